package dev.readygate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.checks.Subject;
import dev.readygate.facts.Outcome;
import dev.readygate.policy.EffectivePolicy;
import dev.readygate.policy.Policy;
import dev.readygate.policy.Resolving;
import dev.readygate.policy.RolloutTerms;
import dev.readygate.policy.Standards;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A policy is edited during a rollout: a relaxation counts at once, a stricter rule from the next revision on. */
class EditedMidFlightTest {
    private static final String OPEN = "window: {zone: UTC, allowed: [{dates: [{from: 2026-01-01, to: 2026-12-31}]}]}";
    private static final String SHUT = "window: {zone: UTC, allowed: [{dates: [{from: 2025-01-01, to: 2025-12-31}]}]}";

    private static EffectivePolicy saying(String checks, String rollout) {
        var spec = Serialization.unmarshal(
                "mode: Enforce\nselector: {}\nrollout: %s\nchecks: [%s]".formatted(rollout, checks),
                ReadinessPolicySpec.class);
        var ref = new PolicyRef("ReadinessPolicy", "shop", 1L);
        return EffectivePolicy.of(List.of(Resolving.of(new Policy(ref, "uid", Instant.EPOCH, spec), Standards.NONE)));
    }

    private static EffectivePolicy saying(String checks) {
        return saying(checks, "{soak: 0s}");
    }

    private static String check(String gate, String kind) {
        return "{name: c, gate: %s, %s}".formatted(gate, kind);
    }

    private static GateRule edited(EffectivePolicy before, EffectivePolicy after) {
        return Rulebook.inFlight(RolloutTerms.of(before), after).rules().getFirst();
    }

    private static Outcome outcome(GateRule rule) {
        var world = new World().running("v1", 3).snapshot();
        return rule.check().evaluate(Subject.everything(world)).outcome();
    }

    @Test
    void aCheckThatIsNewIsOnlyScored() {
        var rules = Rulebook.inFlight(RolloutTerms.of(saying("{name: other, tcp: {}}")), saying(check("Serve", OPEN)));

        assertThat(rules.rules())
                .singleElement()
                .satisfies(it -> assertThat(it.gate()).isEmpty());
    }

    @Test
    void oneThatIsGoneIsGone() {
        assertThat(Rulebook.inFlight(RolloutTerms.of(saying(check("Serve", OPEN))), saying("{name: other, tcp: {}}"))
                        .rules())
                .extracting(GateRule::name)
                .containsExactly("other");
    }

    @Test
    void oneThatWasChangedPassesByItsOldOrItsNewWords() {
        assertThat(outcome(edited(saying(check("Serve", OPEN)), saying(check("Serve", SHUT)))))
                .isEqualTo(Outcome.Pass);
        assertThat(outcome(edited(saying(check("Serve", SHUT)), saying(check("Serve", OPEN)))))
                .isEqualTo(Outcome.Pass);
        assertThat(outcome(edited(saying(check("Serve", SHUT)), saying(check("Stay", SHUT)))))
                .isEqualTo(Outcome.Fail);
    }

    @Test
    void oneThatComesToAGateHoldsFromTheNextTimeOn() {
        var scored = saying("{name: c, " + OPEN + "}");

        assertThat(edited(scored, saying(check("Serve", OPEN))).gate()).isEmpty();
        assertThat(edited(saying(check("Serve", OPEN)), scored).gate()).isEmpty();
        assertThat(edited(saying(check("Serve", OPEN)), saying(check("Serve", SHUT)))
                        .gate())
                .isEqualTo(Optional.of(Gate.Serve));
    }

    @Test
    void aScoredCheckCountsByItsNewVersionAtOnce() {
        var open = saying("{name: c, " + OPEN + "}");
        var shut = saying("{name: c, " + SHUT + "}");

        assertThat(outcome(edited(open, shut))).isEqualTo(Outcome.Fail);
        assertThat(outcome(edited(open, saying(check("Serve", SHUT))))).isEqualTo(Outcome.Fail);
    }

    @Test
    void anUneditedCheckIsAsItWas() {
        var same = saying(check("Serve", OPEN));

        assertThat(Rulebook.inFlight(RolloutTerms.of(same), same)).isEqualTo(Rulebook.of(same));
    }

    @Test
    void neitherStepsNorALongerSoakComeInBetween() {
        var quick = saying(check("Serve", OPEN), "{soak: 1m}");
        var slow = saying(check("Serve", OPEN), "{soak: 1h, steps: [{share: 100%}]}");

        assertThat(Rulebook.inFlight(RolloutTerms.of(quick), slow)
                        .rollout()
                        .soak()
                        .text())
                .isEqualTo("1m");
        assertThat(Rulebook.inFlight(RolloutTerms.of(quick), slow).rollout().steps())
                .isEmpty();
        assertThat(Rulebook.inFlight(RolloutTerms.of(slow), quick)
                        .rollout()
                        .soak()
                        .text())
                .isEqualTo("1m");
        assertThat(Rulebook.inFlight(RolloutTerms.of(slow), quick).rollout().steps())
                .isEmpty();
    }

    @Test
    void aDeploymentOfAnotherControllerIsOnlyObserved() {
        var rules = Rulebook.of(saying(check("Serve", OPEN)).whereDrivenBy("Canary cart"));
        var decision =
                new Gatekeeper().decide(rules, new World().running("v1", 3).snapshot(), Optional.empty());

        assertThat(decision.standing().reason()).isEqualTo(ReadyReason.ManagedElsewhere);
        assertThat(decision.standing().sentence()).contains("rolled out by Canary cart");
        assertThat(decision.effects()).isEmpty();
    }
}
