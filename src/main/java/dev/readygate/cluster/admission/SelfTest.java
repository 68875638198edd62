package dev.readygate.cluster.admission;

import dev.readygate.api.v1alpha1.ContractNames;
import dev.readygate.cluster.book.GateBooks;
import dev.readygate.cluster.facts.ServerTime;
import dev.readygate.cluster.kube.ObjectNames;
import dev.readygate.facts.BookEntry.BookGate;
import dev.readygate.facts.Enforcement;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tests by dry runs whether the API server gates a pod of an unverified revision, and a new template where gate Start
 * has checks. That the admission policies exist does not show that they are active.
 */
public final class SelfTest {
    private static final String UNVERIFIED_HASH = "selftest";

    private final KubernetesClient client;
    private final GateBooks books;
    private final StartSelfTest start;
    private final ServerTime time;
    private final InstantSource clock;

    public SelfTest(KubernetesClient client, GateBooks books, ServerTime time, InstantSource clock) {
        this.client = client;
        this.books = books;
        this.start = new StartSelfTest(client);
        this.time = time;
        this.clock = clock;
    }

    /** Tests gate Serve and then Start; the first that is not enforced is the answer. */
    public Enforcement of(String namespace) {
        var serve = gated(namespace, BookGate.Serve).findFirst().map(it -> tryOn(namespace, it));
        if (serve.filter(it -> !(it instanceof Enforcement.Confirmed)).isPresent()) {
            return serve.get();
        }
        return gated(namespace, BookGate.Start)
                .flatMap(it -> start.tryOn(namespace, it).stream())
                .findFirst()
                .or(() -> serve)
                .orElseGet(() -> new Enforcement.Untried("no Deployment of the namespace is gated yet"));
    }

    private Stream<String> gated(String namespace, BookGate gate) {
        return books.all(namespace).entrySet().stream()
                .filter(it -> it.getValue().gates().contains(gate))
                .map(Map.Entry::getKey);
    }

    private Enforcement tryOn(String namespace, String deployment) {
        try {
            var sent = clock.instant();
            var admitted = client.pods()
                    .inNamespace(namespace)
                    .resource(pod(deployment))
                    .dryRun(true)
                    .create();
            time.learn(Instant.parse(admitted.getMetadata().getCreationTimestamp()), sent, clock.instant());
            return hasGate(admitted)
                    ? new Enforcement.Confirmed()
                    : new Enforcement.Refuted(
                            "the API server gives new pods no readiness gate;"
                                    + " are the admission policies of the chart installed, and is this Kubernetes 1.36 or newer?");
        } catch (KubernetesClientException refused) {
            return new Enforcement.Refuted("the API server refused the trial: " + reason(refused));
        }
    }

    static String reason(KubernetesClientException refused) {
        return refused.getStatus() == null
                ? refused.getMessage()
                : refused.getStatus().getMessage();
    }

    private static boolean hasGate(Pod pod) {
        return pod.getSpec().getReadinessGates().stream()
                .anyMatch(it -> it.getConditionType().equals(ContractNames.GATE));
    }

    private static Pod pod(String deployment) {
        var replicaSet = deployment + "-" + UNVERIFIED_HASH;
        return new PodBuilder()
                .withNewMetadata()
                .withGenerateName(replicaSet + "-")
                .addToLabels(ObjectNames.TEMPLATE_HASH, UNVERIFIED_HASH)
                .addNewOwnerReference()
                .withApiVersion("apps/v1")
                .withKind("ReplicaSet")
                .withName(replicaSet)
                .withUid(UNVERIFIED_HASH)
                .withController(true)
                .endOwnerReference()
                .endMetadata()
                .withNewSpec()
                .withAutomountServiceAccountToken(false)
                .addToContainers(TrialContainer.container())
                .endSpec()
                .build();
    }
}
