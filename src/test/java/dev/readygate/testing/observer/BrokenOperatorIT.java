package dev.readygate.testing.observer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.testing.App;
import dev.readygate.testing.AuditLog;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import dev.readygate.testing.Shape;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An observer that finds no violation proves nothing: here an operator breaks every rule, and the observer reports
 * each time.
 */
@ExtendWith(ClusterExtension.class)
class BrokenOperatorIT {
    private static final Duration REST = Duration.ofSeconds(2);
    private static final Release V1 = Release.good("v1");
    private static final Release GOOD = Release.good("v2");
    private static final Map<String, Release> NEXT = Map.of(
            "early", Release.sick("v2"),
            "unasked", GOOD.with("SIM_HTTP", "/health 200 latency=1h"),
            "healthy", GOOD,
            "emptied", GOOD,
            "closed", GOOD,
            "repeated", GOOD,
            "honest", GOOD);

    private static final Map<String, App> APPS = new HashMap<>();
    private static Namespace shop;
    private static List<Violation> found;
    private static Instant rested;

    @BeforeAll
    static void everythingGoesWrong(Cluster cluster) {
        cluster.operator().kill();
        shop = cluster.namespace(Map.of());
        try (var observer = new Observer(cluster.client(), cluster::told, Invariant.all(REST));
                var broken = new BrokenOperator(shop)) {
            shop.healthPolicy();
            NEXT.keySet().forEach(it -> APPS.put(it, shop.deploy(it, Shape.of(1), V1)));
            APPS.values().forEach(it -> it.waitUntil("to run", App::isRolledOut));
            waitAtTheGate(broken);
            misbehave(broken);
            found = whatShows(observer);
        }
    }

    /** Up to here the operator does nothing wrong. */
    private static void waitAtTheGate(BrokenOperator broken) {
        APPS.values().forEach(it -> broken.verifies(it, V1));
        broken.writesTheBook();
        Awaitility.await("the API server to read the book")
                .pollInterval(Duration.ofMillis(100))
                .until(BrokenOperatorIT::gatesWhatIsNew);
        APPS.forEach((name, app) -> app.release(NEXT.get(name)));
        APPS.forEach((name, app) -> app.waitUntil("to wait", it -> it.waitingPodsOf(NEXT.get(name)) == 1));
    }

    private static boolean gatesWhatIsNew() {
        var pod = new PodBuilder()
                .withNewMetadata()
                .withName("trial")
                .withNamespace(shop.name())
                .withLabels(Map.of("pod-template-hash", "new"))
                .addNewOwnerReference()
                .withApiVersion("apps/v1")
                .withKind("ReplicaSet")
                .withName("honest-new")
                .withUid("1")
                .withController(true)
                .endOwnerReference()
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("app")
                .withImage(V1.image())
                .endContainer()
                .endSpec()
                .build();
        return !shop.client()
                .resource(pod)
                .dryRun(true)
                .create()
                .getSpec()
                .getReadinessGates()
                .isEmpty();
    }

    private static void misbehave(BrokenOperator broken) {
        broken.opens(APPS.get("honest"), GOOD);
        broken.opens(APPS.get("early"), NEXT.get("early"));
        broken.opens(APPS.get("unasked"), NEXT.get("unasked"));
        broken.opens(APPS.get("closed"), GOOD);
        broken.takesBack(APPS.get("healthy"), GOOD);
        broken.writesTheBook();
        broken.empties(APPS.get("emptied"), GOOD);
        broken.pauses(APPS.get("repeated"));
        broken.tells(APPS.get("repeated"), "once");
        broken.tells(APPS.get("repeated"), "twice");
        shop.colleague("runner", "ci").states("tests", "{type: tests, outcome: Pass, about: {deployment: honest}}");
        broken.deletesEvidence("tests");
        broken.closes(APPS.get("closed"), GOOD);
        waitForRest();
        rested = Instant.now();
        broken.pauses(APPS.get("repeated"));
        broken.writesTheBook();
    }

    private static void waitForRest() {
        Awaitility.await("everybody else to be done")
                .pollInterval(Duration.ofMillis(200))
                .until(() -> shop.cluster().audit().writes(shop.name()).stream()
                        .filter(it -> !it.user().equals(AuditLog.OPERATOR))
                        .allMatch(it -> it.at().isBefore(Instant.now().minus(REST.plusSeconds(1)))));
    }

    /** Its last violation is the last one to be seen. */
    private static List<Violation> whatShows(Observer observer) {
        return Awaitility.await("the write at rest to be seen")
                .until(
                        () -> observer.violations(shop.name()),
                        it -> it.stream().anyMatch(one -> one.invariant().equals("I7")));
    }

    @ParameterizedTest
    @CsvSource({
        "I1, of Deployment early was opened but check healthy at gate Serve had not passed: every answer it gave was a failure",
        "I2, of Deployment unasked was opened but check healthy at gate Serve had not passed: it had given no answer",
        "I3, of Deployment healthy was taken back (healthy: it looked at me in a funny way) but it was healthy",
        "I3, of Deployment emptied were taken away and the book does not say why",
        "I4, the operator did this: delete readinessevidences tests",
        "I5, was closed again",
        "I6, the operator did this and nothing changed: patch deployments repeated",
        "I6, this was told twice: Verified: I say it again",
        "I7, after anybody else had changed anything: update gatebooks readygate",
    })
    void isCaught(String invariant, String saying) {
        assertThat(found)
                .anySatisfy(it -> assertThat(it.toString().replace(",", ""))
                        .startsWith(invariant)
                        .contains(saying));
    }

    /** On a slow machine it may have been at rest before, too. */
    @Test
    void andNothingElseIsSaid() {
        assertThat(found)
                .filteredOn(it -> !it.invariant().equals("I7") || it.at().isAfter(rested))
                .hasSize(10)
                .noneSatisfy(it -> assertThat(it.sentence()).contains("honest"));
    }

    @AfterAll
    static void leave() {
        shop.cluster().observer().forget(shop.name());
        shop.client().namespaces().withName(shop.name()).delete();
    }
}
