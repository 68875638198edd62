package dev.readygate.stories;

import dev.readygate.testing.App;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.Namespace;
import java.util.Map;

/** A story with a known ending, told in a namespace of its own, so that many can be told at the same time. */
record Scenario(String title, Story story) {

    /** Ends with the app that it is about. */
    interface Story {
        App in(Namespace shop);
    }

    /** How it ended, and stayed; that nothing was broken on the way is seen to by the namespace. */
    EndState play(Cluster cluster) {
        try (var shop = cluster.namespace(Map.of())) {
            return EndState.settled(story.in(shop));
        }
    }

    @Override
    public String toString() {
        return title;
    }
}
