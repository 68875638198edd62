package dev.readygate.status;

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
                status.score(),
                status.coverage(),
                status.grade(),
                status.verdict(),
                status.phase(),
                status.waitingOn(),
                status.revision(),
                status.baseline(),
                status.policies(),
                status.gates(),
                status.categories(),
                status.actions(),
                status.checks().stream().map(Substance::of).toList(),
                status.conditions().stream()
                        .map(it -> List.of(it.type(), it.status(), it.reason()))
                        .toList());
    }

    private static List<Object> of(CheckResult check) {
        return Arrays.asList(
                check.name(), check.outcome(), check.weight(), check.required(), check.evidence(), check.waivedBy());
    }
}
