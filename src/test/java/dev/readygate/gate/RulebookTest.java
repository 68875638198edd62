package dev.readygate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.CheckSpec.OnNoData;
import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.checks.Subject;
import dev.readygate.facts.Outcome;
import dev.readygate.policy.EffectivePolicy;
import dev.readygate.policy.Policy;
import dev.readygate.policy.Resolving;
import dev.readygate.policy.Standards;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Turns the effective policy into rules. */
class RulebookTest {
    private static Rules rules(String... policies) {
        return Rulebook.of(EffectivePolicy.of(Arrays.stream(policies)
                .map(it -> Serialization.unmarshal("---\n" + it, ReadinessPolicySpec.class))
                .map(it -> new Policy(new PolicyRef("ReadinessPolicy", "p", 1L), "u", World.NOW, it))
                .map(it -> Resolving.of(it, Standards.NONE))
                .toList()));
    }

    @Test
    void aCheckOfAPolicyThatEnforcesIsARuleAtItsGate() {
        var rules = rules("{mode: Enforce, selector: {}, checks: [{name: a, gate: Serve, onNoData: Fail, tcp: {}}]}");

        assertThat(rules.enforced()).isTrue();
        assertThat(rules.at(Gate.Serve)).singleElement().satisfies(it -> {
            assertThat(it.name()).isEqualTo("a");
            assertThat(it.onNoData()).isEqualTo(OnNoData.Fail);
            assertThat(it.check().asksPods()).isTrue();
        });
    }

    @Test
    void ofAPolicyThatOnlyObservesItIsOnlyScored() {
        var rules = rules("{selector: {}, checks: [{name: a, gate: Serve, tcp: {}}]}");

        assertThat(rules.enforced()).isFalse();
        assertThat(rules.rules()).extracting(GateRule::gate).containsExactly(Optional.empty());
    }

    @Test
    void aMistakenCheckIsAnErrorWithItsMistake() {
        var rules = rules("{selector: {}, standards: [{name: gone}]}");
        var world = new World().running("v1", 3).snapshot();
        var finding = rules.rules().getFirst().check().evaluate(Subject.everything(world));

        assertThat(finding.outcome()).isEqualTo(Outcome.Error);
        assertThat(finding.message()).startsWith("there is no ReadinessStandard gone");
    }

    @Test
    void aCheckWithTwoVariantsIsAskedInBoth() {
        var rules = rules(
                "{selector: {}, checks: [{name: a, tcp: {port: 1}}]}",
                "{selector: {}, checks: [{name: a, tcp: {port: 2}}]}");
        var world = new World().running("v1", 1).snapshot();
        var asks = rules.rules().getFirst().check().asks(Subject.everything(world));

        assertThat(asks).extracting("request.to.port").containsExactly(1, 2);
    }
}
