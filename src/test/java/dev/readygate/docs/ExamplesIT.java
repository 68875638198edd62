package dev.readygate.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readygate.api.v1alpha1.Mode;
import dev.readygate.api.v1alpha1.ReadinessPolicy;
import dev.readygate.api.v1alpha1.ReadinessPolicyStatus;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.TestPolicy;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import io.fabric8.kubernetes.client.readiness.Readiness;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Examples in documents work unchanged on a real API server. */
@ExtendWith(ClusterExtension.class)
class ExamplesIT {

    static List<ExampleFile> examples() {
        return ExampleFile.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void governsWhatRuns(ExampleFile example, Namespace namespace, KubernetesClient client) {
        namespace.apply(example.workloads());
        await("its pods").until(() -> allReady(client, namespace));

        namespace.apply(example.rules());

        assertThat(example.policies()).isNotEmpty().allSatisfy(policy -> becomesReady(policy, namespace));
    }

    private static boolean allReady(KubernetesClient client, Namespace namespace) {
        return client.apps().deployments().inNamespace(namespace.name()).list().getItems().stream()
                .allMatch(Readiness::isDeploymentReady);
    }

    private static void becomesReady(ReadinessPolicy policy, Namespace namespace) {
        var applied = new TestPolicy(namespace, policy.getMetadata().getName());
        applied.waitUntil("its Deployments to pass", it -> it.targets() > 0 && it.targets() == it.pass());
        applied.waitUntil("it to be ready", it -> is(it, "Ready"));
        assertThat(applied.status().orElseThrow().warnings()).isEmpty();
        if (policy.getSpec().mode() == Mode.Enforce) {
            applied.waitUntilEnforced();
        }
    }

    private static boolean is(ReadinessPolicyStatus status, String type) {
        return status.conditions().stream()
                .anyMatch(it -> it.type().equals(type) && it.status().name().equals("True"));
    }

    static List<String> policiesInDocuments() {
        var shown = Set.of("README.md", "docs");
        return MarkdownDocument.all().stream()
                .filter(it -> shown.contains(it.path().getName(0).toString()))
                .flatMap(it -> it.blocks("yaml").stream())
                .filter(it -> it.contains("apiVersion: readygate.dev"))
                .flatMap(it -> Arrays.stream(it.split("(?m)^---$")))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("policiesInDocuments")
    void isAcceptedUnchanged(String yaml, KubernetesClient client) {
        var shown = Serialization.unmarshal(yaml, GenericKubernetesResource.class);

        var taken = client.resource(shown)
                .inNamespace("default")
                .dryRun()
                .fieldValidation(Validation.STRICT)
                .create();

        assertThat(taken.getMetadata().getUid()).isNotBlank();
    }
}
