package dev.readygate.testing;

import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.List;
import java.util.Map;

/** The Deployment as its owner keeps it in version control. */
record SourceManifest(String name, Shape shape, Release release) {

    Deployment in(String namespace) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .withLabels(labels())
                .endMetadata()
                .withNewSpec()
                .withReplicas(shape.replicas())
                .withStrategy(shape.strategy().orElse(null))
                .withNewSelector()
                .withMatchLabels(labels())
                .endSelector()
                .withTemplate(template())
                .endSpec()
                .build();
    }

    private Map<String, String> labels() {
        return Map.of("app", name);
    }

    private PodTemplateSpec template() {
        return new PodTemplateSpecBuilder()
                .withNewMetadata()
                .withLabels(labels())
                .withAnnotations(release.notes())
                .endMetadata()
                .withNewSpec()
                .withTerminationGracePeriodSeconds(0L)
                .withContainers(new ContainerBuilder()
                        .withName("app")
                        .withImage(release.image())
                        .addNewPort()
                        .withName("http")
                        .withContainerPort(8080)
                        .endPort()
                        .withEnv(environment())
                        .build())
                .endSpec()
                .build();
    }

    private List<EnvVar> environment() {
        return release.environment().entrySet().stream()
                .map(it -> new EnvVarBuilder()
                        .withName(it.getKey())
                        .withValue(it.getValue())
                        .build())
                .toList();
    }
}
