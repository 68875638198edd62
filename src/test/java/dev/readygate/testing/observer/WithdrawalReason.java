package dev.readygate.testing.observer;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.CheckSpec.OnNoData;
import dev.readygate.api.v1alpha1.Rollout.FailOn;
import dev.readygate.api.v1alpha1.Rollout.OnTimeout;
import dev.readygate.testing.observer.Sighting.SeenPod;
import dev.readygate.testing.observer.Sighting.SeenReport;
import dev.readygate.testing.observer.Sighting.SeenStatement;
import dev.readygate.testing.observer.SimulatedProgram.PodReply;
import dev.readygate.testing.observer.WithdrawnForAReason.SeenHold;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The reason of a withdrawal, from the pods' answers, the report and statements. */
record WithdrawalReason(History history, SeenHold hold) {
    private static final Duration SOON = Duration.ofMinutes(1);

    Stream<Violation> missing() {
        if (isHealthy()) {
            return Stream.of(broken("was healthy: its pods answered nothing but what was asked for"));
        }
        return isThere() ? Stream.empty() : Stream.of(broken("has no recorded failure"));
    }

    private boolean isThere() {
        return policySaysSo() || isReported() || podsFail() || isStated();
    }

    /** The cause is no check: Kubernetes reported a failure, or no data came for too long. */
    private boolean policySaysSo() {
        return terms().rollouts()
                        .anyMatch(it -> it.failOn().stream().anyMatch(this::isWhy)
                                || it.onTimeout() == OnTimeout.Withdraw
                                        && hold.held().why().contains(" after "))
                || terms().named(hold.held().check()).anyMatch(it -> it.onNoData() == OnNoData.Fail);
    }

    private boolean isWhy(FailOn cause) {
        return switch (cause) {
            case CrashLoop -> hold.held().check().equals("crash-loop");
            case ProgressDeadline -> hold.held().check().equals("progress-deadline");
        };
    }

    private boolean isReported() {
        return history.all(SeenReport.class)
                .filter(it -> it.what().deployment().equals(hold.deployment()))
                .filter(it -> it.what().isAbout(hold.held().hash()))
                .filter(it -> it.version() > begun()
                        && it.at().isBefore(hold.said().at().plus(SOON)))
                .flatMap(it -> it.what().status().checks().stream())
                .anyMatch(it -> it.name().equals(hold.held().check()) && WithdrawnForAReason.failed(it.outcome()));
    }

    private long begun() {
        return history.all(Sighting.SeenRevision.class)
                .filter(it -> hold.isOf(it.what()))
                .mapToLong(Seen::version)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private boolean podsFail() {
        return plainChecks().stream()
                .anyMatch(check ->
                        pods().anyMatch(it -> new SimulatedProgram(it.what().answers()).to(check) == PodReply.Bad));
    }

    private boolean isStated() {
        return history.all(SeenStatement.class)
                .filter(it -> it.version() < hold.said().version())
                .anyMatch(it -> it.what().spec().contains("Fail"));
    }

    /** Only if the pods alone decide it: ready all the time, and every answer good. */
    private boolean isHealthy() {
        var pods = pods().map(Seen::what).toList();
        return !plainChecks().isEmpty()
                && !policySaysSo()
                && pods.stream().anyMatch(it -> it.gate().up())
                && plainChecks().stream()
                        .allMatch(check -> pods.stream()
                                .allMatch(it -> new SimulatedProgram(it.answers()).to(check) == PodReply.Good));
    }

    private List<CheckSpec> plainChecks() {
        return terms().named(hold.held().check())
                .filter(SimulatedProgram::canAnswer)
                .toList();
    }

    private PolicyTerms terms() {
        return new PolicyTerms(history, hold.deployment(), hold.said().version());
    }

    private Stream<Seen<SeenPod>> pods() {
        return history.all(SeenPod.class)
                .filter(it -> it.version() < hold.said().version())
                .filter(it -> it.what().deployment().equals(hold.deployment())
                        && it.what().hash().equals(hold.held().hash()));
    }

    private Violation broken(String why) {
        return Violation.of(
                "I3",
                hold.said(),
                "revision %s of Deployment %s was taken back (%s: %s), but it %s",
                hold.held().hash(),
                hold.deployment(),
                hold.held().check(),
                hold.held().why(),
                why);
    }
}
