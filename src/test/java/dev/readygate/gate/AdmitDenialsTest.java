package dev.readygate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.CheckSpec.OnNoData;
import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.api.v1alpha1.Rollout;
import dev.readygate.checks.AdmitDenial;
import dev.readygate.checks.Check;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.SomeReason;
import dev.readygate.checks.Subject;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.BookEntry.AdmitClosed;
import dev.readygate.facts.Outcome;
import dev.readygate.gate.Effect.Announce;
import dev.readygate.gate.Effect.WriteBook;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Gate Admit in the GateBook: closed while a check fails that is about no revision. */
class AdmitDenialsTest {
    private static final World VERIFIED = new World().running("v1", 3).theBookVerifies("v1");
    private static final Memory V1 =
            new Memory(Phase.Idle, Optional.of(new Baseline("v1", World.NOW, false)), Map.of(), GateProgress.NONE);

    private final List<GateRule> rules = new ArrayList<>();
    private final Map<String, Gate> warned = new java.util.HashMap<>();
    private Optional<Memory> memory = Optional.empty();

    private record Shutting(String name, Outcome outcome, Optional<AdmitDenial> denial) implements Check {
        @Override
        public Finding evaluate(Subject subject) {
            return new Finding(name, SomeReason.of(outcome), "3.17 % left", Measured.NOTHING, Optional.empty());
        }

        @Override
        public Optional<AdmitDenial> denialAtAdmit(Finding failing) {
            return denial;
        }
    }

    private AdmitDenialsTest check(String name, Outcome says, String label) {
        var denial = Optional.of(new AdmitDenial("closed", Optional.ofNullable(label)));
        return rule(name, Gate.Admit, new Shutting(name, says, denial));
    }

    private AdmitDenialsTest rule(String name, Gate gate, Check check) {
        rules.add(new GateRule(name, Optional.ofNullable(gate), OnNoData.Wait, check));
        return this;
    }

    private AdmitDenialsTest warnedAt(String name, Gate gate, Outcome says) {
        warned.put(name, gate);
        return rule(name, null, new Shutting(name, says, Optional.of(new AdmitDenial("closed", Optional.empty()))));
    }

    private Decision decide(boolean enforced, World world) {
        var terms = Serialization.unmarshal("---\n{soak: 0s}", Rollout.class);
        var known = memory.or(() -> enforced ? Optional.of(V1) : Optional.empty());
        return new Gatekeeper()
                .decide(new Rules(enforced, terms, rules, Optional.empty(), warned), world.snapshot(), known);
    }

    private static Optional<AdmitClosed> closed(Decision decision) {
        return decision.effects().stream()
                .filter(WriteBook.class::isInstance)
                .map(WriteBook.class::cast)
                .flatMap(it -> it.entry().stream())
                .flatMap(it -> it.closed().stream())
                .findFirst();
    }

    @Test
    void aFailShutsItWithASentenceThatDoesNotMoveWithTheNumbers() {
        var decision = check("budget", Outcome.Fail, null).decide(true, VERIFIED);

        assertThat(closed(decision)).contains(new AdmitClosed(true, "budget: closed"));
        assertThat(decision.phase()).isEqualTo(Phase.Idle);
        assertThat(decision.progress().at(Gate.Admit)).hasValueSatisfying(it -> {
            assertThat(it.state()).isEqualTo(GateState.Held);
            assertThat(it.waitingOn()).isEqualTo("budget: closed");
        });
    }

    @ParameterizedTest
    @EnumSource(value = Outcome.class, mode = EnumSource.Mode.EXCLUDE, names = "Fail")
    void nothingElseShutsIt(Outcome outcome) {
        var decision = check("budget", outcome, null).decide(true, VERIFIED);

        assertThat(closed(decision)).isEmpty();
        assertThat(decision.progress().at(Gate.Admit))
                .hasValueSatisfying(it -> assertThat(it.state()).isEqualTo(GateState.Passed));
    }

    @Test
    void aManifestShutsNothingAsTheNextOneMayBeBetter() {
        var decision = rule("posture", Gate.Admit, new Shutting("posture", Outcome.Fail, Optional.empty()))
                .decide(true, VERIFIED);

        assertThat(closed(decision)).isEmpty();
    }

    @Test
    void aLabelOpensItOnlyWhereItOpensEveryLock() {
        check("budget", Outcome.Fail, "hotfix=true");
        assertThat(closed(decide(true, VERIFIED)))
                .contains(new AdmitClosed(
                        true,
                        Optional.of("hotfix=true"),
                        "budget: closed (a hot-fix is let in with the label hotfix=true)"));

        check("window", Outcome.Fail, null);
        assertThat(closed(decide(true, VERIFIED)).flatMap(AdmitClosed::exempt)).isEmpty();
    }

    @Test
    void aFirstRevisionCanBeReplacedAtAnyTime() {
        memory = Optional.of(new Memory(Phase.Idle, Optional.empty(), Map.of(), GateProgress.NONE));
        var first = check("window", Outcome.Fail, null)
                .rule("healthy", Gate.Serve, new Shutting("healthy", Outcome.Fail, Optional.empty()))
                .decide(true, new World().running("v1", 3));

        assertThat(first.standing().reason()).isEqualTo(ReadyReason.FirstRevision);
        assertThat(closed(first)).isEmpty();
    }

    @Test
    void aPolicyThatWarnsOnlyWarns() {
        var decision = warnedAt("window", Gate.Admit, Outcome.Fail).decide(false, new World().running("v1", 3));

        assertThat(closed(decision)).contains(new AdmitClosed(false, "window: closed"));
        assertThat(decision.standing().reason()).isEqualTo(ReadyReason.Warned);
        assertThat(decision.standing().sentence()).startsWith("Nothing would be held");
    }

    @Test
    void denyingCountsBeforeWarning() {
        var decision = check("budget", Outcome.Fail, null)
                .warnedAt("window", Gate.Admit, Outcome.Fail)
                .decide(true, VERIFIED);

        assertThat(closed(decision)).contains(new AdmitClosed(true, "budget: closed"));
    }

    @Test
    void openAgainItLeavesTheBook() {
        var decision = warnedAt("window", Gate.Admit, Outcome.Pass)
                .decide(false, new World().running("v1", 3).theBookVerifies("v1"));

        assertThat(decision.effects()).contains(new WriteBook(Optional.<BookEntry>empty()));
    }

    @Test
    void aWarningIsReportedOnceForEachRevision() {
        var world = new World().running("v1", 3);
        var decision = warnedAt("healthy", Gate.Serve, Outcome.Fail).decide(false, world);

        assertThat(decision.standing().sentence())
                .isEqualTo("Enforced, it would be held at gate Serve: healthy: 3.17 % left.");
        assertThat(announced(decision)).containsExactly("v1-warned-healthy");
        assertThat(decision.progress().at(Gate.Serve).orElseThrow().state()).isEqualTo(GateState.Failed);

        memory = Optional.of(new Memory(decision.phase(), decision.baseline(), Map.of(), decision.progress()));
        assertThat(announced(decide(false, world))).isEmpty();
    }

    private static List<String> announced(Decision decision) {
        return decision.effects().stream()
                .filter(Announce.class::isInstance)
                .map(it -> ((Announce) it).announcement().key())
                .toList();
    }
}
