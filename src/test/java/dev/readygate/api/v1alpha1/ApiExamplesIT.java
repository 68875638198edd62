package dev.readygate.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a real API server takes and refuses, and with which words. */
@ExtendWith(ClusterUnderTest.class)
class ApiExamplesIT {
    private static final Namespace NAMESPACE = new NamespaceBuilder()
            .withNewMetadata()
            .withName("api-" + Long.toString(System.nanoTime(), 36))
            .endMetadata()
            .build();
    private static final PatchContext APPLY = new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager("somebody")
            .withForce(true)
            .withFieldValidation("Strict")
            .build();

    static Stream<Example> valid() {
        return Example.valid();
    }

    static Stream<Example> invalid() {
        return Example.invalid();
    }

    @BeforeAll
    static void install(KubernetesClient client) {
        for (var kind : CrdFiles.KINDS) {
            var definition = client.resource(CrdFiles.definitionOf(kind));
            definition.patch(APPLY);
            definition.waitUntilCondition(ApiExamplesIT::isEstablished, 30, TimeUnit.SECONDS);
        }
        client.resource(NAMESPACE).create();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void takesWhatIsValid(Example example, KubernetesClient client) {
        var first = in(client, example.documents().getFirst()).patch(APPLY);
        var again = in(client, example.documents().getFirst()).patch(APPLY);
        assertThat(again.getMetadata().getGeneration())
                .isEqualTo(first.getMetadata().getGeneration());
    }

    @ParameterizedTest
    @MethodSource("valid")
    void readsBackWhatWasTaken(Example example, KubernetesClient client) {
        in(client, example.documents().getFirst()).patch(APPLY);
        var typed = RoundTripTest.typed(example);
        CustomResource<?, ?> stored = Serialization.unmarshal(
                Serialization.asYaml(in(client, example.documents().getFirst()).get()), typed.getClass());
        assertThat(stored.getSpec()).isEqualTo(typed.getSpec());
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refusesWhatIsInvalid(Example example, KubernetesClient client) {
        assertThat(example.messages()).as("# message: lines").isNotEmpty();
        for (var before : example.documents().subList(0, example.documents().size() - 1)) {
            in(client, before).create();
        }
        assertThatThrownBy(() -> write(example, client))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContainingAll(example.messages().toArray(String[]::new));
    }

    private static void write(Example example, KubernetesClient client) {
        var resource = in(client, example.documents().getLast());
        if (example.documents().size() == 1) {
            resource.fieldValidation(Validation.STRICT).create();
        } else {
            resource.patch(APPLY);
        }
    }

    @Test
    void keepsTheWholeStatusOfAReport(KubernetesClient client) {
        var report = Example.valid()
                .filter(it -> it.name().equals("report"))
                .map(it -> it.as(ReadinessReport.class))
                .findFirst()
                .orElseThrow();
        report.getMetadata().setName("kept-whole");
        var reports = client.resources(ReadinessReport.class)
                .inNamespace(NAMESPACE.getMetadata().getName());
        reports.resource(report).create();
        reports.resource(report).patchStatus();
        assertThat(reports.withName("kept-whole").get().getStatus()).isEqualTo(report.getStatus());
    }

    private static Resource<GenericKubernetesResource> in(KubernetesClient client, String document) {
        return client.resource(Serialization.unmarshal(document, GenericKubernetesResource.class))
                .inNamespace(NAMESPACE.getMetadata().getName());
    }

    private static boolean isEstablished(HasMetadata definition) {
        return definition instanceof CustomResourceDefinition it
                && it.getStatus() != null
                && it.getStatus().getConditions().stream()
                        .anyMatch(c -> c.getType().equals("Established")
                                && c.getStatus().equals("True"));
    }
}
