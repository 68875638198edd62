package dev.readygate.status;

import dev.readygate.api.v1alpha1.CategoryScore;
import dev.readygate.api.v1alpha1.CheckResult;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.StepStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How important a change of a report is. If each change of waitingOn and of wording ("on 2 of 3 pods") were written
 * at once, they would load etcd and wake every watcher many times per rollout.
 */
public enum ChangeKind {
    /** Written at once. */
    News,
    /**
     * Changes of waitingOn, of fields that Kubernetes fills in over time, and of numbers that move with the
     * replicas: written if they last. The end of a step is written with the beginning of the next.
     */
    Waiting,
    /** Only the wording changed. */
    Wording;

    public static ChangeKind of(ReadinessReportStatus before, ReadinessReportStatus now) {
        if (!news(before).equals(news(now))) {
            return News;
        }
        return details(before).equals(details(now)) ? Wording : Waiting;
    }

    private static List<Object> details(ReadinessReportStatus status) {
        return Arrays.asList(
                status.deploymentGeneration(),
                status.waitingOn(),
                status.revision(),
                status.baseline(),
                status.warnings(),
                status.steps().stream().map(StepStatus::state).toList());
    }

    /** The state of the rollout is the same, apart from the outcomes of checks. */
    public static boolean standsTheSame(ReadinessReportStatus before, ReadinessReportStatus now) {
        return standing(before).equals(standing(now));
    }

    private static List<Object> news(ReadinessReportStatus status) {
        return Arrays.asList(
                standing(status),
                status.grade(),
                status.verdict(),
                status.scoring(),
                status.categories().stream().map(ChangeKind::news).toList(),
                status.actions(),
                status.risks(),
                status.nextReview(),
                status.toldScore(),
                status.checks().stream().map(ChangeKind::news).toList());
    }

    private static List<Object> standing(ReadinessReportStatus status) {
        return Arrays.asList(
                status.phase(),
                Optional.ofNullable(status.revision()).map(it -> Arrays.asList(it.hash(), it.commit(), it.appliedBy())),
                Optional.ofNullable(status.baseline()).map(it -> Arrays.asList(it.hash(), it.unproven())),
                status.policies(),
                status.gates().stream()
                        .map(it -> List.of(it.gate(), it.state(), it.since()))
                        .toList(),
                status.steps().stream()
                        .map(it -> Arrays.asList(it.share(), it.since()))
                        .toList(),
                status.conditions().stream()
                        .map(it -> List.of(it.type(), it.status(), it.reason()))
                        .toList());
    }

    /** Small changes of numbers are no news; a changed outcome of a check is, and it changes the numbers too. */
    private static List<Object> news(CategoryScore category) {
        return Arrays.asList(category.name(), category.weight());
    }

    private static List<Object> news(CheckResult check) {
        return Arrays.asList(
                check.name(), check.outcome(), check.weight(), check.required(), check.evidence(), check.waivedBy());
    }
}
