package dev.readygate.cluster.observe;

import dev.readygate.cluster.facts.RolloutTargets;
import dev.readygate.cluster.kube.Waker;
import dev.readygate.cluster.kube.WatchScope;
import dev.readygate.cluster.kube.Watched;
import dev.readygate.cluster.kube.Watched.View;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.ProgressiveDelivery;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Rollouts and Canaries of other tools that name a Deployment, watched while the API server serves their kinds. */
final class OtherRollouts implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(OtherRollouts.class);
    private static final Duration EVERY = Duration.ofSeconds(20);

    private final KubernetesClient client;
    private final WatchScope scope;
    private final Waker waker;
    private final Map<ServedKind, Watched<GenericKubernetesResource>> watches = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("other-rollouts").daemon().factory());

    OtherRollouts(KubernetesClient client, WatchScope scope, Waker waker) {
        this.client = client;
        this.scope = scope;
        this.waker = waker;
    }

    private record ServedKind(String group, String version, String kind, String plural) {
        ResourceDefinitionContext resource() {
            return new ResourceDefinitionContext.Builder()
                    .withGroup(group)
                    .withVersion(version)
                    .withKind(kind)
                    .withPlural(plural)
                    .withNamespaced(true)
                    .build();
        }
    }

    /** Returns when the objects of all served kinds are known. Kinds that are installed later are found later. */
    void start() {
        follow();
        thread.scheduleWithFixedDelay(this::follow, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean fresh() {
        return watches.values().stream().allMatch(Watched::fresh);
    }

    /** Kind and name of the object that rolls the Deployment out. */
    Optional<String> of(DeploymentRef ref) {
        return watches.entrySet().stream()
                .flatMap(it -> it.getValue()
                        .by(new RolledOut(ref.namespace(), ref.name()).key())
                        .map(rollout ->
                                it.getKey().kind() + " " + rollout.getMetadata().getName()))
                .min(String::compareTo);
    }

    private void follow() {
        try {
            var served = served();
            watches.keySet().stream()
                    .filter(it -> !served.contains(it))
                    .forEach(it -> watches.remove(it).close());
            served.stream().filter(it -> !watches.containsKey(it)).forEach(this::begin);
        } catch (RuntimeException e) {
            LOG.warnf("cannot look for Rollouts and Canaries of other tools, trying again: %s", e.getMessage());
        }
    }

    /**
     * What the watch tells while it starts comes before its objects are found here, and a look that comes of it may find
     * nothing: so their Deployments are woken once more.
     */
    private void begin(ServedKind kind) {
        var watched = watch(kind);
        watches.put(kind, watched);
        watched.all().flatMap(it -> rolledOut(it).stream()).forEach(this::wake);
    }

    private List<ServedKind> served() {
        return client.getApiGroups().getGroups().stream()
                .filter(it -> ProgressiveDelivery.GROUPS.contains(it.getName()))
                .flatMap(it -> servedKind(it.getName(), it.getPreferredVersion().getVersion()))
                .filter(this::mayList)
                .toList();
    }

    /** The group of Argo Rollouts is that of Argo CD too. */
    private Stream<ServedKind> servedKind(String group, String version) {
        var plural = ProgressiveDelivery.RESOURCES.get(group);
        return Stream.ofNullable(client.getApiResources(group + "/" + version))
                .flatMap(it -> it.getResources().stream())
                .filter(it -> plural.equals(it.getName()))
                .map(APIResource::getKind)
                .map(kind -> new ServedKind(group, version, kind, plural));
    }

    /** A watch without the right to list would never sync, and the operator would wait for it. */
    private boolean mayList(ServedKind kind) {
        if (watches.containsKey(kind)) {
            return true;
        }
        try {
            var objects = client.genericKubernetesResources(kind.resource());
            scope.of(objects)
                    .forEach(
                            it -> it.list(new ListOptionsBuilder().withLimit(1L).build()));
            return true;
        } catch (KubernetesClientException e) {
            LOG.warnf("cannot list %s.%s, so they are ignored: %s", kind.plural(), kind.group(), e.getMessage());
            return false;
        }
    }

    private Watched<GenericKubernetesResource> watch(ServedKind kind) {
        var view = new View<>(
                RolloutTargets::trim,
                it -> rolledOut(it).map(RolledOut::key).stream().toList());
        var watched = Watched.of(scope.of(client.genericKubernetesResources(kind.resource())), view, this::changed);
        watched.start();
        return watched;
    }

    private void changed(GenericKubernetesResource before, GenericKubernetesResource after) {
        var was = Optional.ofNullable(before).flatMap(OtherRollouts::rolledOut);
        var is = Optional.ofNullable(after).flatMap(OtherRollouts::rolledOut);
        if (!was.equals(is)) {
            Stream.of(was, is).flatMap(Optional::stream).forEach(this::wake);
        }
    }

    private void wake(RolledOut rollout) {
        waker.wake(rollout.namespace(), rollout.deployment());
    }

    private record RolledOut(String namespace, String deployment) {
        String key() {
            return namespace + "/" + deployment;
        }
    }

    private static Optional<RolledOut> rolledOut(GenericKubernetesResource rollout) {
        var namespace = rollout.getMetadata().getNamespace();
        return RolloutTargets.deployment(rollout).map(it -> new RolledOut(namespace, it));
    }

    @Override
    public void close() {
        thread.shutdownNow();
        watches.values().forEach(Watched::close);
    }
}
