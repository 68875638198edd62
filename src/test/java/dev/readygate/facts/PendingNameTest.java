package dev.readygate.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.facts.PendingName.Started;
import dev.readygate.facts.Workload.Desired;
import dev.readygate.facts.Workload.Observed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Statements about a revision under its pending name stay valid when it gets its hash. */
class PendingNameTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final DeploymentRef CART = new DeploymentRef("shop", "cart", "u");
    private static final About SIGNED =
            new About(Optional.of("cart"), Optional.of("generation-2"), Optional.empty(), Optional.empty());
    private static final Revision OLD = revision("old", 1, "app:1");
    private static final Revision NEW = revision("new", 2, "app:2");

    @Nested
    class BeforeItsHashIsKnown {
        private final PendingName names =
                new PendingName(Map.of(), Optional.of(new Started("generation-2", List.of("app:2"))));

        @Test
        void itIsTheRevisionThatIsBeingRolledOut() {
            assertThat(known(names, rolling(2))).containsExactly(NEW.hash());
        }

        @Test
        void itIsNoneWhileTheNumberOfThatIsNotKnown() {
            assertThat(known(names, workload(new Observed(false, 2, 3, 1, 3, Optional.empty()), Optional.empty())))
                    .isEmpty();
        }

        @Test
        void itIsNoRevisionWithOtherImages() {
            assertThat(known(names, rolling(1))).isEmpty();
        }

        @Test
        void itIsNoRevisionThatWaitedUnderAnotherName() {
            var other = new PendingName(Map.of("new", "generation-1"), names.started());

            assertThat(known(other, rolling(2))).isEmpty();
        }
    }

    @Nested
    class Later {
        private final PendingName names = new PendingName(Map.of("new", "generation-2"), Optional.empty());

        @Test
        void itIsKnownByItsHash() {
            var named = names.among(List.of(OLD, NEW), rolling(2));

            assertThat(named).filteredOn(it -> SIGNED.fits(CART, it)).containsExactly(named.getLast());
            assertThat(named.getLast().waitedAs()).contains("generation-2");
            assertThat(named.getFirst().waitedAs()).isEmpty();
        }

        @Test
        void itsRestartIsKnownAsWell() {
            var restarted = revision("again", 3, "app:2").alike(Set.of("new"));

            assertThat(names.among(List.of(NEW, restarted), rolling(3))).allMatch(it -> SIGNED.fits(CART, it));
        }
    }

    /** Without mutating policies its ReplicaSet exists before it is paused, and users may have read its hash. */
    @Test
    void aWaitingTemplateIsKnownByTheHashItHasGotAlready() {
        var template = Optional.of(new PodTemplate("{\"spec\":{}}"));
        var workload = workload(
                        new Observed(true, 2, 4, 1, 3, Optional.empty()),
                        Optional.of("generation-2 waits at gate Start; so it is"))
                .with(template);
        var byHash = new About(Optional.empty(), Optional.of("new"), Optional.empty(), Optional.empty());

        assertThat(world(workload, OLD, NEW).parked()).get().matches(it -> !byHash.fits(CART, it));
        assertThat(world(workload, OLD, NEW.with(template)).parked()).get().matches(it -> byHash.fits(CART, it));
    }

    private static List<String> known(PendingName names, Workload workload) {
        return names.among(List.of(OLD, NEW), workload).stream()
                .filter(it -> SIGNED.fits(CART, it))
                .map(Revision::hash)
                .toList();
    }

    private static Snapshot world(Workload workload, Revision... revisions) {
        return new Snapshot(
                NOON, workload, List.of(revisions), List.of(), Optional.empty(), Readings.NONE, Statements.NONE);
    }

    private static Workload rolling(long number) {
        return workload(new Observed(true, number, 4, 1, 3, Optional.empty()), Optional.empty());
    }

    private static Workload workload(Observed observed, Optional<String> held) {
        var desired = new Desired(3, held.isPresent(), 0, 1, false, false, Duration.ofMinutes(10));
        return new Workload(CART, "7", NOON, Map.of(), desired, observed, held);
    }

    private static Revision revision(String hash, long number, String image) {
        return new Revision("cart-" + hash, "rs-" + hash, "7", hash, number, NOON, 3, 3, Origin.of(image));
    }
}
