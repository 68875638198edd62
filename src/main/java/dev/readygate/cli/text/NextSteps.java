package dev.readygate.cli.text;

import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.api.v1alpha1.Condition.ConditionStatus;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.cli.plan.Approval;
import dev.readygate.cli.plan.DeclaredDeployment.DeploymentName;
import dev.readygate.cli.plan.ReportedDeployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commands that a user may type next, and what each does. */
final class NextSteps {
    private static final String US = "kubectl readygate ";

    private final ReportedDeployment known;
    private final List<Step> steps = new ArrayList<>();

    private NextSteps(ReportedDeployment known) {
        this.known = known;
    }

    record Step(String command, String does) {}

    static List<Step> of(ReportedDeployment known) {
        var next = new NextSteps(known);
        known.current().ifPresentOrElse(next::suggest, next::lookAgain);
        return next.steps;
    }

    private void suggest(ReadinessReportStatus status) {
        if (Approval.of(status).stream().anyMatch(Approval::isWaitedFor)) {
            us(
                    "approve",
                    "agree to revision %s, if you may"
                            .formatted(status.revision().hash()));
        }
        missing(status)
                .forEach(it -> add(
                        "%sevidence %s --deployment %s --current …".formatted(US, it, name().typed()),
                        "state what it waits for: a file such as --junit, key=value, or --outcome"));
        switch (status.phase()) {
            case Withdrawn -> afterWithdrawal(status);
            case Withdrawing, Restoring -> us("wait", "until it has been taken back");
            case Start -> atStart(status);
            case Serve, Stay -> onItsWay(status);
            case Idle -> atRest(status);
        }
    }

    /** The types of evidence that checks wait for. */
    private static List<String> missing(ReadinessReportStatus status) {
        return status.attempt() == null || ReportedDeployment.isGoingBack(status)
                ? List.of()
                : status.attempt().checks().stream()
                        .filter(it -> it.evidence() != null)
                        .filter(it -> status.checks().stream()
                                .anyMatch(result ->
                                        result.name().equals(it.name()) && result.outcome() == CheckOutcome.Unknown))
                        .map(it -> it.evidence().type())
                        .distinct()
                        .toList();
    }

    private void afterWithdrawal(ReadinessReportStatus status) {
        add("kubectl apply -f …", "a corrected template rolls out from the last good revision by itself");
        us("retry", "try the same template once more");
        undo(status);
    }

    private void atStart(ReadinessReportStatus status) {
        us("wait", "until its checks pass");
        us("proceed", "let it start whatever they say; takes the verb proceed on readinessreports");
        undo(status);
    }

    private void onItsWay(ReadinessReportStatus status) {
        if (has(status, "Stalled")) {
            undo(status);
            us("proceed", "let it through whatever its checks say; takes the verb proceed on readinessreports");
        } else {
            us("wait", "until it is verified or taken back");
            us("reject", "turn it away whatever its checks say; takes the verb reject on readinessreports");
        }
    }

    private void atRest(ReadinessReportStatus status) {
        if (ReportedDeployment.isBecause(status, ReadyReason.Observed)) {
            add("kubectl edit readinesspolicy -n " + name().namespace(), "mode: Enforce lets it hold releases");
        }
    }

    private void lookAgain() {
        if (known.report().isEmpty()) {
            add(
                    "kubectl get readinesspolicies -n " + name().namespace(),
                    "which policies there are, and how many they meet");
        }
        us("explain", "look again in a moment");
    }

    private void undo(ReadinessReportStatus status) {
        Optional.ofNullable(status.baseline())
                .ifPresent(it -> us("undo", "declare the last good revision %s again".formatted(it.hash())));
    }

    private void us(String verb, String does) {
        add(US + verb + " " + name().typed(), does);
    }

    private void add(String command, String does) {
        steps.add(new Step(command, does));
    }

    private DeploymentName name() {
        return known.declared().name();
    }

    private static boolean has(ReadinessReportStatus status, String condition) {
        return status.conditions().stream()
                .anyMatch(it -> it.type().equals(condition) && it.status() == ConditionStatus.True);
    }
}
