package dev.readygate.testing;

import dev.readygate.api.v1alpha1.ReadinessReport;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** One Deployment of a test, told as a story: release, wait, look. */
public final class App {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Namespace namespace;
    private final String name;
    private int replicas;

    App(Namespace namespace, String name, int replicas) {
        this.namespace = namespace;
        this.name = name;
        this.replicas = replicas;
    }

    /** Server-side apply of the whole manifest, as a GitOps tool does it. */
    public App release(Release release) {
        namespace
                .client()
                .resource(manifest(release))
                .fieldManager("gitops")
                .forceConflicts()
                .serverSideApply();
        return this;
    }

    private Deployment manifest(Release release) {
        var labels = Map.of("app", name);
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace.name())
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .withReplicas(replicas)
                .withNewSelector()
                .withMatchLabels(labels)
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .withTerminationGracePeriodSeconds(0L)
                .addNewContainer()
                .withName("app")
                .withImage(release.image())
                .addNewPort()
                .withName("http")
                .withContainerPort(8080)
                .endPort()
                .withEnv(environment(release))
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    private static List<EnvVar> environment(Release release) {
        return release.environment().entrySet().stream()
                .map(it -> new EnvVarBuilder()
                        .withName(it.getKey())
                        .withValue(it.getValue())
                        .build())
                .toList();
    }

    public App scale(int wanted) {
        replicas = wanted;
        resource().scale(wanted);
        return this;
    }

    /** What the pods of this app answer from now on, without any rollout: live pods turn bad that way. */
    public App allPodsNow(String behaviour, String value) {
        pods().forEach(it -> namespace
                .client()
                .resource(it)
                .patch(
                        PatchContext.of(io.fabric8.kubernetes.client.dsl.base.PatchType.JSON_MERGE),
                        "{\"metadata\":{\"annotations\":{\"sim.readygate.dev/%s\":%s}}}".formatted(behaviour, value)));
        return this;
    }

    public App waitUntil(String what, Predicate<App> holds) {
        Awaitility.await(name + ": " + what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> holds.test(this));
        return this;
    }

    public App waitUntilReported(String what, Predicate<ReadinessReportStatus> holds) {
        return waitUntil(what, it -> it.status().filter(holds).isPresent());
    }

    /** The revision that is declared now has taken over and passed. */
    public App waitUntilVerified() {
        return waitUntil("to be verified", it -> it.isRolledOut() && it.isReady() && it.reportIsAboutWhatIsDeclared());
    }

    public App waitUntilWithdrawn() {
        return waitUntilReported("to be withdrawn", it -> it.phase() == dev.readygate.api.v1alpha1.Phase.Withdrawn);
    }

    private boolean isReady() {
        return status().stream()
                .flatMap(it -> it.conditions().stream())
                .anyMatch(it -> it.type().equals("Ready") && it.status().name().equals("True"));
    }

    private boolean reportIsAboutWhatIsDeclared() {
        var images = deployment().getSpec().getTemplate().getSpec().getContainers().stream()
                .map(it -> it.getImage())
                .toList();
        return status().filter(it -> it.revision().images().equals(images)).isPresent();
    }

    public boolean isRolledOut() {
        var status = deployment().getStatus();
        return Objects.equals(
                        status.getObservedGeneration(),
                        deployment().getMetadata().getGeneration())
                && number(status.getUpdatedReplicas()) == replicas
                && number(status.getReplicas()) == replicas
                && number(status.getAvailableReplicas()) == replicas;
    }

    private static int number(Integer count) {
        return Objects.requireNonNullElse(count, 0);
    }

    public Optional<ReadinessReportStatus> status() {
        return namespace.report(name).map(ReadinessReport::getStatus);
    }

    public Deployment deployment() {
        return resource().get();
    }

    /** All pods that have not been told to go. */
    public List<Pod> pods() {
        return namespace.client().pods().inNamespace(namespace.name()).withLabel("app", name).list().getItems().stream()
                .filter(it -> it.getMetadata().getDeletionTimestamp() == null)
                .toList();
    }

    public List<Pod> podsOf(Release release) {
        return pods().stream()
                .filter(it -> it.getSpec().getContainers().getFirst().getImage().equals(release.image()))
                .toList();
    }

    public long readyPodsOf(Release release) {
        return podsOf(release).stream().filter(App::ready).count();
    }

    private static boolean ready(Pod pod) {
        return pod.getStatus().getConditions().stream()
                .anyMatch(it -> it.getType().equals("Ready") && it.getStatus().equals("True"));
    }

    public List<String> news() {
        return namespace.news(name).stream().map(it -> it.getReason()).toList();
    }

    private RollableScalableResource<Deployment> resource() {
        return namespace
                .client()
                .apps()
                .deployments()
                .inNamespace(namespace.name())
                .withName(name);
    }
}
