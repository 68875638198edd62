package dev.readygate.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.readygate.testing.ClusterExtension;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The objects that a real API server with the chart installed accepts and rejects, and its messages. */
@ExtendWith(ClusterExtension.class)
class ApiExamplesIT {
    private static final String NAMESPACE = "api-examples";
    private static final PatchContext APPLY = new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager("somebody")
            .withForce(true)
            .withFieldValidation("Strict")
            .build();

    /** The operator's client; only the operator may write GateBooks and reports. */
    private static KubernetesClient operator;

    static Stream<Example> valid() {
        return Example.valid();
    }

    static Stream<Example> invalid() {
        return Example.invalid();
    }

    @BeforeAll
    static void prepare(KubernetesClient client) {
        var config = new ConfigBuilder(client.getConfiguration())
                .withImpersonateUsername("system:serviceaccount:readygate:readygate")
                .withImpersonateGroups("system:masters")
                .build();
        operator = new KubernetesClientBuilder().withConfig(config).build();
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(NAMESPACE)
                        .endMetadata()
                        .build())
                .create();
        var expired = Example.of("invalid", "waiver-expired");
        await("the admission policies")
                .untilAsserted(() -> assertThatThrownBy(
                                () -> resource(expired.documents().getFirst())
                                        .dryRun()
                                        .create())
                        .hasMessageContaining("in the past"));
    }

    @AfterAll
    static void cleanUp(KubernetesClient client) {
        client.resources(ClusterReadinessPolicy.class).delete();
        client.resources(ReadinessStandard.class).delete();
        client.namespaces().withName(NAMESPACE).delete();
        operator.close();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void takesValidObjectsAndChangesNothingTheSecondTime(Example example) {
        var first = resource(example.documents().getFirst()).patch(APPLY);
        var again = resource(example.documents().getFirst()).patch(APPLY);
        assertThat(again.getMetadata().getGeneration())
                .isEqualTo(first.getMetadata().getGeneration());
    }

    @ParameterizedTest
    @MethodSource("valid")
    void readsBackAcceptedObjects(Example example) {
        var written = RoundTripTest.typed(example);
        var taken = resource(example.documents().getFirst()).patch(APPLY);
        CustomResource<?, ?> stored = Serialization.unmarshal(Serialization.asYaml(taken), written.getClass());
        assertThat(stored.getSpec())
                .usingRecursiveComparison()
                .ignoringFields("by")
                .isEqualTo(written.getSpec());
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refusesInvalidObjects(Example example) {
        assertThat(example.messages()).as("# message: lines").isNotEmpty();
        example.documents()
                .subList(0, example.documents().size() - 1)
                .forEach(it -> resource(it).create());
        assertThatThrownBy(() -> writeLast(example))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContainingAll(example.messages().toArray(String[]::new));
    }

    private static void writeLast(Example example) {
        var resource = resource(example.documents().getLast());
        if (example.documents().size() == 1) {
            resource.fieldValidation(Validation.STRICT).create();
        } else {
            resource.patch(APPLY);
        }
    }

    @Test
    void keepsTheWholeStatusOfAReport() {
        var report = Example.of("valid", "report").as(ReadinessReport.class);
        report.getMetadata().setName("kept-whole");
        var reports = operator.resources(ReadinessReport.class).inNamespace(NAMESPACE);
        reports.resource(report).create();
        reports.resource(report).patchStatus();
        assertThat(reports.withName("kept-whole").get().getStatus()).isEqualTo(report.getStatus());
    }

    private static Resource<GenericKubernetesResource> resource(String document) {
        return operator.resource(Serialization.unmarshal(document, GenericKubernetesResource.class))
                .inNamespace(NAMESPACE);
    }
}
