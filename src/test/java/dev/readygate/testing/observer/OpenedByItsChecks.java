package dev.readygate.testing.observer;

import static dev.readygate.api.v1alpha1.CheckOutcome.Error;
import static dev.readygate.api.v1alpha1.CheckOutcome.NotApplicable;
import static dev.readygate.api.v1alpha1.CheckOutcome.Pass;
import static dev.readygate.api.v1alpha1.CheckOutcome.Unknown;
import static dev.readygate.api.v1alpha1.CheckOutcome.Waived;

import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.api.v1alpha1.CheckResult;
import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.CheckSpec.OnNoData;
import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.Rollout.OnTimeout;
import dev.readygate.testing.observer.History.Change;
import dev.readygate.testing.observer.Sighting.SeenPod;
import dev.readygate.testing.observer.Sighting.SeenReport;
import dev.readygate.testing.observer.SimulatedProgram.PodReply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * I1: no pod takes traffic before the checks of gate Serve passed for it and its revision. I2: and not because of
 * missing data, unless the policy allows that.
 *
 * <p>Checks that ask pods are judged by the pod's answers, and all others by the report: it is written after the
 * gate is opened, so a report that follows soon counts too.
 */
final class OpenedByItsChecks implements Invariant {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Set<CheckOutcome> LETS_PASS = Set.of(Pass, Waived, NotApplicable);

    @Override
    public Stream<Violation> brokenIn(History history) {
        return history.changes(SeenPod.class)
                .filter(it -> it.now().gate().born()
                        && !it.old().gate().open()
                        && it.now().gate().open())
                .flatMap(it -> new Opening(history, it).broken());
    }

    private record Opening(History history, Change<SeenPod> change) {
        Stream<Violation> broken() {
            if (!isGated() || mayProceedUnjudged()) {
                return Stream.empty();
            }
            return new PolicyTerms(history, pod().deployment(), version())
                    .alwaysAskedAtServe().stream()
                            .filter(it -> !letsPassWithoutData(it))
                            .flatMap(it ->
                                    SimulatedProgram.canAnswer(it) ? byThePod(it).stream() : byTheReport(it).stream());
        }

        private SeenPod pod() {
            return change.now();
        }

        private long version() {
            return change.to().version();
        }

        private boolean isGated() {
            return history.lineBefore(version(), pod().deployment())
                    .map(it -> it.gates(pod().hash()))
                    .orElse(false);
        }

        /** The policy lets it through after waiting long enough. */
        private boolean mayProceedUnjudged() {
            return new PolicyTerms(history, pod().deployment(), version())
                            .rollouts()
                            .anyMatch(it -> it.onTimeout() == OnTimeout.Proceed)
                    && reports().anyMatch(this::isOverdue);
        }

        private boolean isOverdue(Seen<SeenReport> report) {
            return report.what().status().gates().stream()
                    .filter(it -> it.gate() == Gate.Serve && it.deadline() != null)
                    .anyMatch(it -> it.deadline().isBefore(change.to().at().plusSeconds(1)));
        }

        private static boolean letsPassWithoutData(CheckSpec check) {
            return check.onNoData() == OnNoData.Pass || check.onNoData() == OnNoData.Skip;
        }

        private Optional<Violation> byThePod(CheckSpec check) {
            var answers = history.all(SeenPod.class)
                    .filter(it -> it.version() <= version() && it.what().uid().equals(pod().uid()))
                    .filter(it -> it.what().gate().up())
                    .map(it -> new SimulatedProgram(it.what().answers()).to(check))
                    .toList();
            if (answers.contains(PodReply.Good)) {
                return Optional.empty();
            }
            return Optional.of(
                    answers.contains(PodReply.Bad)
                            ? broken("I1", check, "every answer it gave was a failure")
                            : broken("I2", check, "it had given no answer"));
        }

        private Optional<Violation> byTheReport(CheckSpec check) {
            var told = reports()
                    .flatMap(it -> result(it, check).stream())
                    .map(CheckResult::outcome)
                    .toList();
            if (told.stream().anyMatch(LETS_PASS::contains)) {
                return Optional.empty();
            }
            var last = told.isEmpty() ? Unknown : told.getLast();
            return Optional.of(
                    broken(last == Unknown || last == Error ? "I2" : "I1", check, "the report says " + last));
        }

        private static List<CheckResult> result(Seen<SeenReport> report, CheckSpec check) {
            return report.what().status().checks().stream()
                    .filter(it -> it.name().equals(check.name()))
                    .toList();
        }

        private Stream<Seen<SeenReport>> reports() {
            return history.all(SeenReport.class)
                    .filter(it -> it.what().deployment().equals(pod().deployment()))
                    .filter(it -> it.what().isAbout(pod().hash()))
                    .filter(it -> it.at().isBefore(change.to().at().plus(SOON)));
        }

        private Violation broken(String invariant, CheckSpec check, String why) {
            return Violation.of(
                    invariant,
                    change.to(),
                    "the gate of pod %s (%s) of revision %s of Deployment %s was opened, but check %s at gate Serve had "
                            + "not passed: %s",
                    pod().name(),
                    pod().uid(),
                    pod().hash(),
                    pod().deployment(),
                    check.name(),
                    why);
        }
    }
}
