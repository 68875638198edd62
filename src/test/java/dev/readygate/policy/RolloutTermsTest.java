package dev.readygate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.AttemptStatus;
import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RolloutTermsTest {
    private static final String EVERY_KIND = """
            mode: Enforce
            selector: {}
            rollout: {soak: 1m, steps: [{share: 10%, for: 1m}, {share: 100%}]}
            checks:
            - {name: a, gate: Serve, http: {path: /health, expect: {status: "200-299"}}}
            - {name: b, gate: Stay, metric: {query: up, min: 0.5, window: 3m}}
            - {name: c, gate: Start, window: {zone: UTC, allowed: [{dates: [{from: 2026-01-01, to: 2026-12-31}]}]}}
            - {name: d, gate: Start, job: {serviceAccount: smoke, template: {spec: {containers: [{name: x, image: y}]}}}}
            - {name: e, tcp: {}}
            """;

    private static EffectivePolicy agreement(String... policies) {
        return EffectivePolicy.of(Arrays.stream(policies)
                .map(it -> new Policy(
                        new PolicyRef("ReadinessPolicy", "p" + it.hashCode(), 1L),
                        "uid",
                        Instant.EPOCH,
                        Serialization.unmarshal("---\n" + it, ReadinessPolicySpec.class)))
                .map(it -> Resolving.of(it, Standards.NONE))
                .toList());
    }

    @Test
    void onlyChecksThatHoldAreKept() {
        assertThat(RolloutTerms.of(agreement(EVERY_KIND)).checks())
                .extracting(CheckSpec::name)
                .containsExactly("a", "b", "c", "d");
        assertThat(RolloutTerms.of(agreement(EVERY_KIND.replace("Enforce", "Observe")))
                        .checks())
                .isEmpty();
    }

    @Test
    void itIsTheSameAfterItWasWrittenAndRead() {
        var now = agreement(EVERY_KIND);
        var written = Serialization.asYaml(RolloutTerms.of(now).about("v2"));

        var read = RolloutTerms.of(Serialization.unmarshal(written, AttemptStatus.class));

        assertThat(read).isEqualTo(RolloutTerms.of(now));
        assertThat(now.checks())
                .filteredOn(it -> it.gate().isPresent())
                .allMatch(it -> read.named(it.spec().name()).orElseThrow().asksTheSameAs(it));
    }

    @Test
    void aContradictedCheckIsKeptFromEachPolicy() {
        var both = agreement(
                "{mode: Enforce, selector: {}, checks: [{name: a, gate: Serve, tcp: {port: 1}}]}",
                "{mode: Enforce, selector: {}, checks: [{name: a, gate: Serve, tcp: {port: 2}}]}");

        assertThat(RolloutTerms.of(both).named("a").orElseThrow().variants()).hasSize(2);
        assertThat(RolloutTerms.of(both).named("b")).isEmpty();
    }

    @Test
    void theSameWordsAtAnotherGateAreNotTheSame() {
        var serve = agreement("{mode: Enforce, selector: {}, checks: [{name: a, gate: Serve, tcp: {}}]}");
        var stay = agreement("{mode: Enforce, selector: {}, checks: [{name: a, gate: Stay, tcp: {}}]}");
        var kept = RolloutTerms.of(serve).named("a").orElseThrow();

        assertThat(kept.asksTheSameAs(serve.named("a").orElseThrow())).isTrue();
        assertThat(kept.asksTheSameAs(stay.named("a").orElseThrow())).isFalse();
    }
}
