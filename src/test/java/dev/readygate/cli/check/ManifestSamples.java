package dev.readygate.cli.check;

import dev.readygate.checks.manifest.RuleResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Typical manifests and policies for tests. */
final class ManifestSamples {
    static final String CART = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: cart, labels: {app: cart}}
            spec:
              selector: {matchLabels: {app: cart}}
              template:
                metadata: {labels: {app: cart}}
                spec:
                  containers:
                  - {name: cart, image: "registry.example/cart:1"}
            """;

    private ManifestSamples() {}

    static String policy(String spec) {
        return """
                apiVersion: readygate.dev/v1alpha1
                kind: ReadinessPolicy
                metadata: {name: posture}
                spec:
                """ + spec.indent(2);
    }

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    static String asking(String manifest) {
        return policy("{selector: {}, checks: [{name: it, manifest: %s}]}".formatted(manifest));
    }

    static CheckOutcomes check(String... documents) {
        return offline(documents).outcomes();
    }

    static OfflineChecks offline(String... documents) {
        var text = new InputText("app.yaml", String.join("\n---\n", documents), true);
        return new OfflineChecks(List.of(text), List.of(), Optional.empty(), "default", NOW);
    }

    static CheckOutcomes packs(List<String> packs, Set<String> skipped, String... documents) {
        return new OfflineChecks(
                        offline(documents).manifests(),
                        List.of(),
                        Optional.of(Packs.of(packs, skipped)),
                        "default",
                        NOW)
                .outcomes();
    }

    static Checked only(CheckOutcomes outcomes) {
        return outcomes.deployments().getFirst();
    }

    static OfflineAnswer answer(CheckOutcomes outcomes, String check) {
        return only(outcomes).answers().stream()
                .filter(it -> it.policy().check().equals(check))
                .findFirst()
                .orElseThrow();
    }

    static Stream<RuleResult> rules(CheckOutcomes outcomes) {
        return outcomes.deployments().stream()
                .flatMap(it -> it.answers().stream())
                .flatMap(it -> it.rules().stream());
    }
}
