package dev.readygate.status;

import dev.readygate.api.v1alpha1.CategoryScore;
import dev.readygate.api.v1alpha1.CheckResult;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.StepStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How much is new. Told each time, what is waited for and how it is worded ("on 2 of 3 pods") would rewrite etcd and
 * wake everybody who watches, many times a rollout.
 */
public enum ChangeKind {
    /** Told at once. */
    News,
    /**
     * What is waited for, what Kubernetes fills in by and by, and what moves with the replicas: told if it lasts. The end of
     * a step is told with the beginning of the next.
     */
    Waiting,
    /** Another wording. */
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

    /** Where the rollout stands is the same, whatever the checks say. */
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

    /** Numbers that tremble are no news; a check that turned is, and moves them too. */
    private static List<Object> news(CategoryScore category) {
        return Arrays.asList(category.name(), category.weight());
    }

    private static List<Object> news(CheckResult check) {
        return Arrays.asList(
                check.name(), check.outcome(), check.weight(), check.required(), check.evidence(), check.waivedBy());
    }
}
