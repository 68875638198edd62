package dev.readygate.stories;

import dev.readygate.testing.App;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.FaultyWay;
import dev.readygate.testing.Namespace;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A story with a known end state, in a namespace of its own, so that many can run at the same time.
 *
 * @param byHand a user changes the Deployment itself, which a GitOps tool would revert at once
 */
record Scenario(String title, Story story, boolean byHand) {

    Scenario(String title, Story story) {
        this(title, story, false);
    }

    static Scenario byHand(String title, Story story) {
        return new Scenario(title, story, true);
    }

    /** Returns its app. */
    interface Story {
        App in(Namespace shop);
    }

    /** Its stable end state; closing the namespace checks the invariants. */
    EndState play(Cluster cluster) {
        try (var shop = cluster.namespace(Map.of())) {
            return EndState.settled(story.in(shop));
        }
    }

    /** The same through this proxy, which counts the operator's writes. */
    EndState play(Cluster cluster, FaultyWay way, AtomicInteger writes) {
        try (var shop = cluster.namespace(Map.of())) {
            var end = EndState.settled(story.in(shop));
            writes.set(way.writesIn(shop));
            return end;
        }
    }

    /** The same in a prepared namespace, with the end state of the other run. */
    EndState play(Cluster cluster, Future<EndState> there, Consumer<Namespace> preparation) {
        var own = cluster.namespace(Map.of());
        preparation.accept(own);
        return play(own, there);
    }

    /** The same, with the end state of the other run. */
    EndState play(Cluster cluster, Future<EndState> there) {
        return play(cluster.namespace(Map.of()), there);
    }

    /** The same, while a GitOps tool applies the declared manifest every second. */
    EndState playHealed(Cluster cluster, Future<EndState> there) {
        try (var shop = cluster.namespace(Map.of()).healed()) {
            return EndState.settledLikeWithFewerWrites(there, story.in(shop));
        }
    }

    private EndState play(Namespace own, Future<EndState> there) {
        try (var shop = own) {
            return EndState.settledLike(there, story.in(shop));
        }
    }

    @Override
    public String toString() {
        return title;
    }
}
