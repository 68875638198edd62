package dev.readygate.stories;

import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.testing.App;
import dev.readygate.testing.Applying;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * After a release was withdrawn or rolled back, the next manifest has exactly the same result as without it: in the
 * object, in its field managers, and in kubectl's last-applied-configuration.
 */
@ExtendWith(ClusterExtension.class)
class WayBackIT {
    private static final Map<String, String> V1 = Map.of("COMMON", "c", "A", "a");
    private static final Map<String, String> WITHOUT = Map.of("COMMON", "c");

    private static Namespace shop;
    private static Namespace undisturbed;

    /** One Deployment that was applied, failed, and got its next manifest, each in one of several ways. */
    record WayBackCell(Applying how, Ending ending, Next next) {
        String name() {
            return "%s-%s-%s".formatted(how, ending, next).toLowerCase(Locale.ROOT);
        }

        App apply(Map<String, String> variables) {
            return how.apply(shop, name(), variables);
        }

        App app() {
            return shop.app(name());
        }

        Map<String, String> nextManifest() {
            return switch (next) {
                case Same -> ending.variables();
                case WithoutIt -> WITHOUT;
                case TheFirst -> V1;
            };
        }
    }

    enum Ending {
        /** At gate Serve. */
        Withdrawn(Map.of("COMMON", "c", "SIM_HTTP", "/health 503")),
        /** Under all traffic. */
        Restored(Map.of("COMMON", "c", "B", "b"));

        private final Map<String, String> variables;

        Ending(Map<String, String> variables) {
            this.variables = variables;
        }

        Map<String, String> variables() {
            return variables;
        }
    }

    enum Next {
        Same,
        WithoutIt,
        TheFirst
    }

    static List<WayBackCell> cells() {
        return Stream.of(Applying.values())
                .flatMap(how -> Stream.of(Ending.values())
                        .flatMap(ending -> Stream.of(Next.values()).map(next -> new WayBackCell(how, ending, next))))
                .toList();
    }

    /** All at once, because most of the time is waiting. */
    @BeforeAll
    static void takeAllBack(Namespace namespace, Cluster cluster) {
        shop = namespace;
        undisturbed = cluster.namespace(Map.of());
        shop.policy("careful", """
                mode: Enforce
                selector: {}
                rollout: {onFailure: Rollback, soak: 1h}
                checks:
                - {name: healthy, gate: Serve, required: true, every: 1s, timeout: 1s, failAfter: 2, http: {path: /health}}
                """);
        cells().forEach(it -> it.apply(V1));
        cells().forEach(it -> it.app().waitUntilVerified());
        cells().forEach(it -> it.apply(it.ending().variables()));
        cells().stream().filter(it -> it.ending() == Ending.Restored).forEach(WayBackIT::turnBad);
        cells().forEach(it -> it.app().waitUntilWithdrawn().waitUntil("all of it", one -> one.isPaused()));
    }

    private static void turnBad(WayBackCell cell) {
        cell.app()
                .waitUntilReported("under all traffic", it -> it.phase() == Phase.Stay)
                .allPodsNow("http", "/health 503");
    }

    @ParameterizedTest
    @MethodSource("cells")
    void leavesNoTrace(WayBackCell cell) {
        var cart = cell.apply(cell.nextManifest());
        var expected = cell.how().apply(undisturbed, cell.name(), cell.nextManifest());

        if (cell.next() == Next.Same) {
            assertThat(cart).isPausedByReadygate().isReported(Phase.Withdrawn);
        } else {
            cart.waitUntil(
                    "to be let go",
                    it -> !it.isPaused() && !it.bookLine().orElseThrow().contains(" since "));
        }
        assertThat(cart.declaration().withoutUs())
                .isEqualTo(expected.declaration().withoutUs());
    }
}
