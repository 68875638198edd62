package dev.readygate.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.facts.BookEntry;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Origin;
import dev.readygate.facts.Pod;
import dev.readygate.facts.Readings;
import dev.readygate.facts.Revision;
import dev.readygate.facts.Snapshot;
import dev.readygate.facts.Statements;
import dev.readygate.facts.Workload;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExtraWarningsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final BookEntry GATING =
            new BookEntry("uid", Set.of(BookEntry.BookGate.Serve), new LinkedHashSet<>(Set.of("v1")), Optional.empty());

    private static List<String> noticed(String name, BookEntry entry, List<Revision> revisions, Pod... pods) {
        var workload = new Workload(
                new DeploymentRef("shop", name, "uid"),
                "7",
                NOON,
                Map.of(),
                new Workload.Desired(3, false, 0, 1, false),
                new Workload.Observed(true, 1, 3, 3, 3, Optional.empty()),
                Optional.empty());
        var world = new Snapshot(
                NOON, workload, revisions, List.of(pods), Optional.of(entry), Readings.NONE, Statements.NONE);
        return new ExtraWarnings(world).sentences().toList();
    }

    private static Pod pod(String hash, Pod.PodGate gate, boolean terminating) {
        return new Pod(
                "cart-" + hash,
                "pod-1",
                hash,
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                new Pod.PodState(true, true, terminating, false, gate));
    }

    private static Revision revision(int desired) {
        return new Revision("cart-v1", "rs", "1", "v1", 1, NOON, desired, desired, Origin.of("cart:1"))
                .running(Stream.empty(), Map.of("cart:1", Set.of("sha256:a", "sha256:b")));
    }

    @Test
    void aPodOfAnUnverifiedRevisionWithoutAGateIsNamed() {
        assertThat(noticed("cart", GATING, List.of(), pod("v2", Pod.PodGate.None, false)))
                .singleElement()
                .asString()
                .contains("Gate missed: pod cart-v2 of revision v2");
    }

    @Test
    void aPodWithAGateOrWithoutNeedOrTerminatingIsNot() {
        assertThat(noticed(
                        "cart",
                        GATING,
                        List.of(),
                        pod("v2", Pod.PodGate.Closed, false),
                        pod("v2", Pod.PodGate.Open, false)))
                .isEmpty();
        assertThat(noticed(
                        "cart",
                        GATING,
                        List.of(),
                        pod("v1", Pod.PodGate.None, false),
                        pod("v2", Pod.PodGate.None, true)))
                .isEmpty();
        assertThat(noticed("cart", BookEntry.ungated("uid"), List.of(), pod("v2", Pod.PodGate.None, false)))
                .isEmpty();
        assertThat(noticed(
                        "cart",
                        new BookEntry("other", GATING.gates(), GATING.verified(), Optional.empty()),
                        List.of(),
                        pod("v2", Pod.PodGate.None, false)))
                .isEmpty();
    }

    @Test
    void aNameTooLongToBeFoundIsNoGateAtAll() {
        assertThat(noticed("c".repeat(242), GATING, List.of())).isEmpty();
        assertThat(noticed("c".repeat(243), GATING, List.of()))
                .singleElement()
                .asString()
                .contains("Gate Serve is not supported here");
    }

    @Test
    void anImagePushedAgainIsNamedWhileItRuns() {
        assertThat(noticed("cart", GATING, List.of(revision(3))))
                .singleElement()
                .asString()
                .contains("Image cart:1 was pushed again", "revision v1");
        assertThat(noticed("cart", GATING, List.of(revision(0)))).isEmpty();
    }
}
