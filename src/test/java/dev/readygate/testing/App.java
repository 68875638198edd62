package dev.readygate.testing;

import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.api.v1alpha1.CheckResult;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadinessReport;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ConditionTimeoutException;

/** One Deployment of a test, in the words of a story: release, wait, check. */
public final class App {
    private final Namespace namespace;
    private final String name;
    private Shape shape;

    App(Namespace namespace, String name, Shape shape) {
        this.namespace = namespace;
        this.name = name;
        this.shape = shape;
    }

    public String name() {
        return name;
    }

    public Namespace namespace() {
        return namespace;
    }

    /** Server-side apply of the whole manifest, as a GitOps tool does. */
    public App release(Release release) {
        namespace.healer(this).ifPresentOrElse(it -> it.release(release), () -> apply(release));
        return this;
    }

    App apply(Release release) {
        return release(release, namespace.client());
    }

    App release(Release release, KubernetesClient by) {
        by.resource(manifest(release)).fieldManager("gitops").forceConflicts().serverSideApply();
        return this;
    }

    Deployment manifest(Release release) {
        return new SourceManifest(name, shape, release).in(namespace.name());
    }

    public App scale(int wanted) {
        shape = shape.scaledTo(wanted);
        resource().scale(wanted);
        return this;
    }

    /** A person with kubectl: {@code kubectl rollout pause deployment/cart}. */
    public String kubectl(String verb, String... more) {
        var words = new java.util.ArrayList<>(List.of(verb.split(" ")));
        words.addAll(List.of("--namespace", namespace.name(), "deployment/" + name));
        words.addAll(List.of(more));
        return namespace.cluster().run("kubectl", words.toArray(String[]::new));
    }

    public App delete() {
        resource().delete();
        return waitUntil(
                "to be gone", it -> it.resource().get() == null && it.pods().isEmpty());
    }

    public App deleteAllPods() {
        livePods().delete();
        return this;
    }

    /** Changes the answers of this app's pods without a rollout: running pods turn bad in this way. */
    public App allPodsNow(String behaviour, String value) {
        pods().forEach(it -> now(it, behaviour, value));
        return this;
    }

    public App onePodNow(String behaviour, String value) {
        now(pods().getFirst(), behaviour, value);
        return this;
    }

    public void now(Pod pod, String behaviour, String value) {
        namespace
                .client()
                .resource(pod)
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"metadata\":{\"annotations\":{\"sim.readygate.dev/%s\":\"%s\"}}}"
                                .formatted(behaviour, value));
    }

    public App waitUntil(String what, Predicate<App> holds) {
        patiently(what).until(() -> holds.test(this));
        return this;
    }

    /** It is true, and stays true. */
    public App staysSo(String what, Predicate<App> holds) {
        Callable<Boolean> check = () -> holds.test(this);
        patiently(what).during(Duration.ofSeconds(2)).until(check);
        return this;
    }

    private ConditionFactory patiently(String what) {
        return Awaitility.await(name + ": " + what).pollInterval(WaitLimit.BETWEEN_LOOKS);
    }

    public App waitUntilReported(String what, Predicate<ReadinessReportStatus> holds) {
        return waitUntil(what, it -> it.status().filter(holds).isPresent());
    }

    /** The declared revision has taken over and passed. */
    public App waitUntilVerified() {
        return waitUntil("to be verified", it -> it.isRolledOut() && it.isReady() && it.reportIsAboutWhatIsDeclared());
    }

    public App waitUntilWithdrawn() {
        return waitUntilReported("to be withdrawn", it -> it.phase() == Phase.Withdrawn);
    }

    /** The reason of its Ready condition. */
    public boolean isSaidToBe(String reason) {
        return status().stream()
                .flatMap(it -> it.conditions().stream())
                .anyMatch(it -> it.type().equals("Ready") && it.reason().equals(reason));
    }

    private boolean isReady() {
        return status().filter(App::isReady).isPresent();
    }

    public static boolean isReady(ReadinessReportStatus status) {
        return status.conditions().stream()
                .anyMatch(it -> it.type().equals("Ready") && it.status().name().equals("True"));
    }

    private boolean reportIsAboutWhatIsDeclared() {
        var images = deployment().getSpec().getTemplate().getSpec().getContainers().stream()
                .map(it -> it.getImage())
                .toList();
        return status().filter(it -> it.revision().images().equals(images)).isPresent();
    }

    public boolean isRolledOut() {
        var now = declaration();
        var status = now.deployment().getStatus();
        return now.isSeen()
                && number(status.getUpdatedReplicas()) == shape.replicas()
                && number(status.getReplicas()) == shape.replicas()
                && number(status.getAvailableReplicas()) == shape.replicas();
    }

    private static int number(Integer count) {
        return Objects.requireNonNullElse(count, 0);
    }

    public Optional<ReadinessReportStatus> status() {
        return namespace.report(name).map(ReadinessReport::getStatus);
    }

    /** The result of one check in the report. */
    public Optional<CheckResult> check(String check) {
        return status().stream()
                .flatMap(it -> it.checks().stream())
                .filter(it -> it.name().equals(check))
                .findFirst();
    }

    /** If it never is, the failure shows the report's line. */
    public App waitUntilCheckIs(String check, CheckOutcome outcome) {
        try {
            return waitUntil(
                    check + " to be " + outcome,
                    it -> it.check(check)
                            .filter(one -> one.outcome() == outcome)
                            .isPresent());
        } catch (ConditionTimeoutException late) {
            throw new AssertionError("%s; it is %s".formatted(late.getMessage(), check(check)), late);
        }
    }

    /** The image that a node pulled, with its digest. */
    public String imageOf(Release release) {
        return podsOf(release)
                .getFirst()
                .getStatus()
                .getContainerStatuses()
                .getFirst()
                .getImageID();
    }

    public Deployment deployment() {
        return resource().get();
    }

    /** The declared object and its field managers. */
    public Declaration declaration() {
        return new Declaration(deployment());
    }

    public long generation() {
        return deployment().getMetadata().getGeneration();
    }

    public boolean isPaused() {
        return Boolean.TRUE.equals(deployment().getSpec().getPaused());
    }

    public List<ReplicaSet> revisionsOf(Release release) {
        return namespace
                .client()
                .apps()
                .replicaSets()
                .inNamespace(namespace.name())
                .withLabel("app", name)
                .list()
                .getItems()
                .stream()
                .filter(it -> it.getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .getFirst()
                        .getImage()
                        .equals(release.image()))
                .toList();
    }

    /** All pods that are not terminating. */
    public List<Pod> pods() {
        return livePods().list().getItems().stream()
                .filter(it -> !Pods.goes(it))
                .toList();
    }

    FilterWatchListDeletable<Pod, io.fabric8.kubernetes.api.model.PodList, PodResource> livePods() {
        return namespace.client().pods().inNamespace(namespace.name()).withLabel("app", name);
    }

    public List<Pod> podsOf(Release release) {
        return pods().stream().filter(it -> Pods.runs(release, it)).toList();
    }

    public List<Pod> readyPods() {
        return pods().stream().filter(Pods::ready).toList();
    }

    public long readyPodsOf(Release release) {
        return podsOf(release).stream().filter(Pods::ready).count();
    }

    public long gatedPodsOf(Release release) {
        return podsOf(release).stream().filter(Pods::hasGate).count();
    }

    /** Pods whose containers are ready and whose only missing condition is the gate. */
    public long waitingPodsOf(Release release) {
        return podsOf(release).stream().filter(Pods::waitsForItsGate).count();
    }

    /** Watches from now on how many pods serve. */
    public Witness witness(Release old, Release candidate) {
        return new Witness(this, old, candidate);
    }

    public List<String> news() {
        return namespace.news(name).stream().map(it -> it.getReason()).toList();
    }

    /** This app's entry in the namespace's GateBook. */
    public Optional<String> bookLine() {
        return namespace.book().map(it -> it.getSpec().deployments().get(name));
    }

    private RollableScalableResource<Deployment> resource() {
        var deployments = namespace.client().apps().deployments();
        return deployments.inNamespace(namespace.name()).withName(name);
    }
}
