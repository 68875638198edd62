package dev.readygate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Rollout;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.Snapshot;
import dev.readygate.gate.Effect.WriteBook;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A Deployment that was deleted and created again under its old name. */
class StaleBookTest {

    @Test
    void theEntryOfItsPredecessorIsIgnored() {
        var decision = new Gatekeeper().decide(rules(), created(), Optional.empty());

        assertThat(decision.baseline()).map(Baseline::hash).contains("v1");
        assertThat(decision.effects())
                .singleElement()
                .satisfies(it -> assertThat(((WriteBook) it).entry().orElseThrow())
                        .returns(World.UID, BookEntry::uid)
                        .returns(Set.of("v1"), entry -> Set.copyOf(entry.verified())));
    }

    private static Rules rules() {
        return new Rules(true, Serialization.unmarshal("{\"soak\": \"0s\"}", Rollout.class), List.of());
    }

    private static Snapshot created() {
        var world = new World().running("v1", 3).snapshot();
        var entry = new BookEntry("gone", Set.of(), new LinkedHashSet<>(List.of("v0", "v1")), Optional.empty());
        return new Snapshot(
                world.at(),
                world.workload(),
                world.revisions(),
                world.pods(),
                Optional.of(entry),
                world.readings(),
                world.statements());
    }
}
