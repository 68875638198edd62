package dev.readygate.schedules;

import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.gate.Rulebook;
import dev.readygate.gate.Rules;
import dev.readygate.policy.EffectivePolicy;
import dev.readygate.policy.Policy;
import dev.readygate.policy.Resolving;
import dev.readygate.policy.Standards;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** The only policy, and its rules. */
record Governing(String text, EffectivePolicy agreement, Rules rules) {
    private static final Map<String, Governing> KNOWN = new ConcurrentHashMap<>();
    private static final List<String> ON_FAILURE = List.of("Withdraw", "Rollback", "Hold", "Notify");
    private static final List<String> ON_TIMEOUT = List.of("KeepWaiting", "Withdraw", "Proceed");

    static Governing any(RandomGenerator random) {
        return of(random.nextInt(3) == 0, """
                {onFailure: %s, onTimeout: %s, soak: %s, steps: [%s], waitAtMost: {start: 1h, serve: %s}}
                """.formatted(
                        ON_FAILURE.get(random.nextInt(ON_FAILURE.size())),
                        ON_TIMEOUT.get(random.nextInt(ON_TIMEOUT.size())),
                        random.nextBoolean() ? "0s" : "30s",
                        random.nextBoolean() ? "" : "{share: 34%, for: 5s}, {share: 100%}",
                        random.nextBoolean() ? "1h" : "1m"));
    }

    /** Changes the mode from Enforce to Observe, or back. */
    Governing turned() {
        return parse(
                rules.enforced()
                        ? text.replace("mode: Enforce", "mode: Observe")
                        : text.replace("mode: Observe", "mode: Enforce"));
    }

    private static Governing of(boolean start, String rollout) {
        var atStart =
                "- {name: signed-off, gate: Start, every: 1s, timeout: 1s, failAfter: 1, http: {url: \"http://desk/\"}}";
        return parse("""
                mode: Enforce
                selector: {}
                rollout: %s
                checks:
                - {name: healthy, gate: Serve, every: 1s, timeout: 1s, failAfter: 2, http: {path: /health}}
                %s
                """.formatted(rollout.strip(), start ? atStart : ""));
    }

    private static Governing parse(String policy) {
        return KNOWN.computeIfAbsent(policy, text -> {
            var agreement = EffectivePolicy.of(List.of(Resolving.of(
                    new Policy(
                            new PolicyRef("ReadinessPolicy", "shop", 1L),
                            "policy-1",
                            Instant.EPOCH,
                            Serialization.unmarshal("---\n" + text, ReadinessPolicySpec.class)),
                    Standards.NONE)));
            return new Governing(text, agreement, Rulebook.of(agreement));
        });
    }
}
