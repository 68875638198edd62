package dev.readygate.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.testing.App;
import dev.readygate.testing.AuditLog;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/**
 * The state of a story when nothing changes any more. Two runs of it must end in the same state, with any faults of
 * the operator in between.
 *
 * @param serving ready pods by image
 * @param news the Events, in any order
 * @param writes how often the operator wrote to the Deployment
 */
record EndState(Map<String, Long> serving, PauseState held, ReportSummary said, List<String> news, long writes) {
    private static final Duration STAYS = Duration.ofSeconds(3);

    record PauseState(boolean paused, boolean marked) {}

    record ReportSummary(Phase phase, String ready, List<String> revision, List<String> baseline) {}

    /** Transient phases: such a report only waits for the operator to come back. */
    private static final Set<Phase> IN_PASSING = EnumSet.of(Phase.Withdrawing, Phase.Restoring);

    /** The state after it has not changed for a while, in which the operator was up to change it. */
    static EndState settled(App app) {
        var states = new AtomicReference<>(of(app));
        Awaitility.await(app.namespace().name() + "/" + app.name() + " to stay as it is")
                .pollInterval(STAYS)
                .until(() -> app.namespace().operator().isUpFor(STAYS)
                        && states.get().equals(states.updateAndGet(_ -> of(app)))
                        && !IN_PASSING.contains(states.get().said().phase()));
        return states.get();
    }

    /** The state as soon as it equals the other one, after any time, and stays so. */
    static EndState settledLike(Future<EndState> there, App app) {
        return settledLike(there, app, EndState::isLike);
    }

    /** The same where a tool applies what was declared, and so may do a write of the operator's before it. */
    static EndState settledLikeWithFewerWrites(Future<EndState> there, App app) {
        return settledLike(there, app, EndState::isLikeWithFewerWrites);
    }

    private static EndState settledLike(Future<EndState> there, App app, BiConsumer<EndState, EndState> comparison) {
        var wanted = ending(there);
        Awaitility.await(app.namespace().name() + "/" + app.name() + " to end as in peace")
                .pollDelay(Duration.ZERO)
                .pollInterval(STAYS)
                .untilAsserted(() -> comparison.accept(of(app), wanted));
        return settled(app);
    }

    private static EndState ending(Future<EndState> there) {
        try {
            return there.get();
        } catch (ExecutionException failed) {
            throw new AssertionError("it did not end in peace: " + failed.getMessage(), failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * A rollback returns fields once more if the Deployment controller has written meanwhile, so one write may
     * differ.
     */
    void isLike(EndState other) {
        isLikeWithFewerWrites(other);
        assertThat(writes).as("writes, in " + this).isGreaterThanOrEqualTo(other.writes - 1);
    }

    void isLikeWithFewerWrites(EndState other) {
        assertThat(this).usingRecursiveComparison().ignoringFields("writes").isEqualTo(other);
        assertThat(writes).as("writes, in " + this).isLessThanOrEqualTo(other.writes + 1);
    }

    private static EndState of(App app) {
        return new EndState(
                serving(app),
                held(app),
                said(app),
                app.news().stream().sorted().toList(),
                app.namespace().cluster().audit().writes(app.namespace().name()).stream()
                        .filter(it -> it.user().equals(AuditLog.OPERATOR) && it.succeeded())
                        .filter(it -> it.resource().equals("deployments"))
                        .count());
    }

    private static Map<String, Long> serving(App app) {
        return app.readyPods().stream()
                .collect(Collectors.groupingBy(EndState::image, TreeMap::new, Collectors.counting()));
    }

    private static String image(Pod pod) {
        return pod.getSpec().getContainers().getFirst().getImage();
    }

    private static PauseState held(App app) {
        var annotations = app.deployment().getMetadata().getAnnotations();
        return new PauseState(app.isPaused(), annotations != null && annotations.containsKey("readygate.dev/held"));
    }

    private static ReportSummary said(App app) {
        var status = app.status();
        return new ReportSummary(
                status.map(ReadinessReportStatus::phase).orElse(null),
                status.stream()
                        .flatMap(it -> it.conditions().stream())
                        .filter(it -> it.type().equals("Ready"))
                        .map(it -> it.status() + " " + it.reason())
                        .collect(Collectors.joining()),
                images(
                        status,
                        it -> it.revision() == null ? null : it.revision().images()),
                images(
                        status,
                        it -> it.baseline() == null ? null : it.baseline().images()));
    }

    private static List<String> images(
            Optional<ReadinessReportStatus> status, Function<ReadinessReportStatus, List<String>> which) {
        return status.map(which).orElse(List.of());
    }
}
