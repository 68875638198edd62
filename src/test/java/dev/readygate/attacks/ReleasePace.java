package dev.readygate.attacks;

import dev.readygate.testing.App;
import dev.readygate.testing.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

/** The time that a release of a victim takes until it is verified. */
final class ReleasePace {
    private ReleasePace() {}

    static Duration released(App victim, String version) {
        var begun = Instant.now();
        victim.release(Release.good(version)).waitUntilVerified();
        return Duration.between(begun, Instant.now());
    }

    /** Of several releases, one after the other. */
    static Duration median(App victim, String version, int releases) {
        var took = IntStream.range(0, releases)
                .mapToObj(it -> released(victim, version + "-" + it))
                .sorted()
                .toList();
        return took.get(releases / 2);
    }
}
