package dev.readygate.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.readygate.api.v1alpha1.ReadinessDuration;
import dev.readygate.api.v1alpha1.RolloutRecord;
import dev.readygate.cli.Terminal;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Lead time and rework, from what pipelines write beside a release. */
@ExtendWith(ClusterExtension.class)
class DeliveryNumbersIT {
    private static final String COMMIT = "898c22c".repeat(6).substring(0, 40);

    @TempDir
    private Path folder;

    /** One release has the time of its commit on its template, the other in evidence about its commit. */
    @Test
    void areWhatAnnotationsAndEvidenceSay(Namespace shop) {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var first = now.minus(Duration.ofHours(2));
        var second = now.minus(Duration.ofHours(4));
        var cart = shop.deploy("cart", Release.good("v0")).waitUntil("v0 to run", it -> it.isRolledOut());
        shop.healthPolicy();
        cart.waitUntilVerified();
        shop.colleague("ci").states("build", """
                {type: build, outcome: Pass, about: {deployment: cart, commit: %s}, data: {commitTime: '%s'}}
                """.formatted(COMMIT, second));

        cart.release(Release.good("v1").noted("readygate.dev/commit-time", first.toString()))
                .waitUntilVerified();
        cart.release(Release.good("v2").noted("readygate.dev/commit", COMMIT).noted("readygate.dev/rework", "true"))
                .waitUntilVerified();

        var report = cart.status().orElseThrow();
        assertThat(report.history())
                .extracting(RolloutRecord::committed, RolloutRecord::rework, RolloutRecord::inferred)
                .containsExactly(tuple(second, true, false), tuple(first, false, false), tuple(null, false, true));
        var median = Duration.between(first, report.history().get(1).finished())
                .plus(Duration.between(second, report.history().getFirst().finished()))
                .dividedBy(2)
                .truncatedTo(ChronoUnit.SECONDS);
        assertThat(median).isGreaterThanOrEqualTo(Duration.ofHours(3));
        assertThat(report.dora().leadTime().value()).isEqualTo(ReadinessDuration.of(median));
        assertThat(report.dora().leadTime().count()).isEqualTo(2);
        assertThat(report.dora().reworkRate().value()).isEqualTo(50.0);
        assertThat(report.dora().reworkRate().count()).isEqualTo(2);
        assertThat(Terminal.in(shop, folder).type("kubectl readygate dora cart").output())
                .containsPattern("(?m)^Lead time, median +%s +2$"
                        .formatted(Pattern.quote(ReadinessDuration.of(median).toString())))
                .containsPattern("(?m)^Rework rate +50\\.0 % +2$");
    }
}
