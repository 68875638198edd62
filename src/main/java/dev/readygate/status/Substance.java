package dev.readygate.status;

import dev.readygate.api.v1alpha1.CategoryScore;
import dev.readygate.api.v1alpha1.CheckResult;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import java.util.Arrays;
import java.util.List;

/**
 * What must be told at once when it changes. Wording alone ("on 2 of 3 pods") is not among it: written each time, it
 * would rewrite etcd and wake everybody who watches, many times a rollout.
 */
public final class Substance {
    private Substance() {}

    public static boolean differs(ReadinessReportStatus before, ReadinessReportStatus now) {
        return !of(before).equals(of(now));
    }

    private static List<Object> of(ReadinessReportStatus status) {
        return Arrays.asList(
                status.grade(),
                status.verdict(),
                status.phase(),
                status.waitingOn(),
                status.revision(),
                status.baseline(),
                status.policies(),
                status.gates(),
                status.scoring(),
                status.categories().stream().map(Substance::of).toList(),
                status.actions(),
                status.checks().stream().map(Substance::of).toList(),
                status.conditions().stream()
                        .map(it -> List.of(it.type(), it.status(), it.reason()))
                        .toList());
    }

    /** Numbers that tremble are no news; a check that turned is, and moves them too. */
    private static List<Object> of(CategoryScore category) {
        return Arrays.asList(category.name(), category.weight());
    }

    private static List<Object> of(CheckResult check) {
        return Arrays.asList(
                check.name(), check.outcome(), check.weight(), check.required(), check.evidence(), check.waivedBy());
    }
}
