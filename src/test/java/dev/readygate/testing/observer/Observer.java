package dev.readygate.testing.observer;

import dev.readygate.api.v1alpha1.GateBook;
import dev.readygate.api.v1alpha1.ReadinessEvidence;
import dev.readygate.api.v1alpha1.ReadinessPolicy;
import dev.readygate.api.v1alpha1.ReadinessReport;
import dev.readygate.api.v1alpha1.ReadinessWaiver;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Watches a whole cluster by watches of its own, as any client with read access could, and knows only the user name
 * of the operator. It judges the sightings of a namespace when a test is done with it.
 */
public final class Observer implements AutoCloseable {
    private static final List<Class<? extends HasMetadata>> KINDS = List.of(
            Pod.class,
            ReplicaSet.class,
            Deployment.class,
            GateBook.class,
            ReadinessReport.class,
            ReadinessPolicy.class,
            ReadinessEvidence.class,
            ReadinessWaiver.class,
            Event.class);

    private final Map<String, Queue<Seen<?>>> seen = new ConcurrentHashMap<>();
    private final Map<String, Boolean> forgotten = new ConcurrentHashMap<>();
    private final Function<String, OutsideFacts> told;
    private final List<Invariant> invariants;
    private final List<? extends SharedIndexInformer<?>> watches;
    private volatile RuntimeException blind;

    /** @param told returns the facts of a namespace besides the watches */
    public Observer(KubernetesClient client, Function<String, OutsideFacts> told, List<Invariant> invariants) {
        this.told = told;
        this.invariants = List.copyOf(invariants);
        this.watches = KINDS.stream().map(it -> watch(client, it)).toList();
    }

    private <T extends HasMetadata> SharedIndexInformer<T> watch(KubernetesClient client, Class<T> kind) {
        return client.resources(kind).inAnyNamespace().inform(new ObjectNotes<>());
    }

    /** All violations in this namespace, from the events so far. */
    public List<Violation> violations(String namespace) {
        if (blind != null) {
            throw new IllegalStateException("the observer could not read what it saw", blind);
        }
        var history = new History(
                List.copyOf(seen.getOrDefault(namespace, new ConcurrentLinkedQueue<>())), told.apply(namespace));
        return invariants.stream().flatMap(it -> it.brokenIn(history)).toList();
    }

    /** Fails with the violations. Events that may come a little late get that time. */
    public void expectNothingBroken(String namespace) {
        try {
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> violations(namespace).isEmpty());
        } catch (ConditionTimeoutException still) {
            throw new AssertionError("in namespace " + namespace + ": " + violations(namespace), still);
        }
    }

    /** A test that is tried again may make its namespace again. */
    public void lookAgain(String namespace) {
        forgotten.remove(namespace);
    }

    public void forget(String namespace) {
        forgotten.put(namespace, true);
        seen.remove(namespace);
    }

    private void note(HasMetadata object, boolean gone) {
        var namespace = object.getMetadata().getNamespace();
        if (forgotten.containsKey(namespace)) {
            return;
        }
        var version = Long.parseLong(object.getMetadata().getResourceVersion());
        Sightings.of(object)
                .ifPresent(it -> seen.computeIfAbsent(namespace, _ -> new ConcurrentLinkedQueue<>())
                        .add(new Seen<>(version, Instant.now(), gone, it)));
    }

    @Override
    public void close() {
        watches.forEach(SharedIndexInformer::stop);
    }

    private final class ObjectNotes<T extends HasMetadata> implements ResourceEventHandler<T> {
        @Override
        public void onAdd(T object) {
            note(object, false);
        }

        @Override
        public void onUpdate(T before, T object) {
            note(object, false);
        }

        @Override
        public void onDelete(T object, boolean unknown) {
            note(object, true);
        }
    }
}
