package dev.readygate.cli.plan;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.ApprovalCheck;
import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.api.v1alpha1.CheckResult;
import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An approval check of the revision that rolls out. */
public record Approval(String check, ApprovalCheck asked, Optional<CheckResult> result) {
    /** Limits the groups in a sentence: some users are in hundreds. */
    private static final int MOST_TOLD = 10;

    public Approval {
        requireNonNull(check, "check");
        requireNonNull(asked, "asked");
        requireNonNull(result, "result");
    }

    /** Approval checks at the gates of the rollout: the report keeps its checks from when it began. */
    public static List<Approval> of(ReadinessReportStatus status) {
        if (status.attempt() == null || !ReportedDeployment.isIn(status, Phase.Start, Phase.Serve, Phase.Stay)) {
            return List.of();
        }
        return status.attempt().checks().stream()
                .filter(it -> it.approval() != null)
                .map(it -> new Approval(it.name(), it.approval(), result(status, it)))
                .toList();
    }

    private static Optional<CheckResult> result(ReadinessReportStatus status, CheckSpec spec) {
        return status.checks().stream()
                .filter(it -> it.name().equals(spec.name()))
                .findFirst();
    }

    /** The type of the evidence that answers the check. */
    public String type() {
        return Optional.ofNullable(asked.type()).orElse(check);
    }

    public boolean isWaitedFor() {
        return result.map(CheckResult::outcome)
                .filter(it -> it == CheckOutcome.Pass || it == CheckOutcome.NotApplicable)
                .isEmpty();
    }

    /** Says why the approval of this user would not count, if so. The operator has the final decision. */
    public Optional<String> objection(Caller person, Optional<String> appliedBy) {
        if (!mayBe(person)) {
            return Optional.of("%s counts only from %s, and you are %s".formatted(check, whoMay(), told(person)));
        }
        return !asked.allowApplier() && appliedBy.equals(Optional.of(person.user()))
                ? Optional.of(
                        "%s takes somebody other than %s, who applied the revision".formatted(check, person.user()))
                : Optional.empty();
    }

    private boolean mayBe(Caller person) {
        return asked.users().contains(person.user()) || person.groups().stream().anyMatch(asked.groups()::contains);
    }

    private static String told(Caller person) {
        var groups = person.groups().stream()
                .filter(it -> !it.equals("system:authenticated"))
                .limit(MOST_TOLD)
                .collect(Collectors.joining(", "));
        return groups.isEmpty() ? person.user() : "%s of %s".formatted(person.user(), groups);
    }

    public String whoMay() {
        return Stream.concat(asked.groups().stream().map("group %s"::formatted), asked.users().stream())
                .collect(Collectors.joining(" or "));
    }
}
