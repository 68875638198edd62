package dev.readygate.status;

import dev.readygate.api.v1alpha1.Condition;
import dev.readygate.api.v1alpha1.Condition.ConditionStatus;
import dev.readygate.api.v1alpha1.DoraStatus;
import dev.readygate.api.v1alpha1.EnforcedReason;
import dev.readygate.api.v1alpha1.Mode;
import dev.readygate.api.v1alpha1.PolicyReason;
import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.api.v1alpha1.ReadinessPolicyStatus;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.Verdict;
import dev.readygate.checks.kinds.Mistakes;
import dev.readygate.dora.Dora;
import dev.readygate.facts.AdmitEnforcement;
import dev.readygate.facts.Enforcement;
import dev.readygate.policy.PolicyCheck;
import dev.readygate.policy.Resolved;
import dev.readygate.status.Conditions.Because;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Sums up the reports of a policy's Deployments in its status. The only place that sets Ready on a policy. */
public record PolicyComposer(
        Resolved policy,
        List<ReadinessReportStatus> reports,
        List<String> conflicts,
        EnforcementState standing,
        Optional<ReadinessPolicyStatus> previous) {

    private static final Because ENFORCING =
            new Because(EnforcedReason.Enforcing, "The API server gates pods of unverified revisions; tried just now.");
    private static final Because SINCE_A_MOMENT = new Because(
            EnforcedReason.NotTried, "The API server enforces it since a moment ago; tried once more in a second.");

    public PolicyComposer {
        reports = List.copyOf(reports);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * The behaviour of the API server, as trials showed.
     *
     * @param guarding about the policy's manifest checks at gate Admit
     */
    public record EnforcementState(Enforcement enforcement, AdmitEnforcement guarding) {}

    public ReadinessPolicyStatus compose(Instant at) {
        return new ReadinessPolicyStatus(
                generation(),
                reports.size(),
                count(Verdict.Pass),
                count(Verdict.Conditional),
                count(Verdict.Fail),
                count(Verdict.Unknown),
                score(),
                dora(at),
                warnings(),
                nextReview(),
                conditions(at));
    }

    private int count(Verdict verdict) {
        return (int) reports.stream().filter(it -> it.verdict() == verdict).count();
    }

    /** The mean of the scores, rounded down like every displayed score. */
    private Integer score() {
        var mean = reports.stream()
                .map(ReadinessReportStatus::score)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .average();
        return ReportComposer.floor(mean);
    }

    /**
     * The delivery numbers of all Deployments together. They change once a day, so that a rollout does not cause a
     * write of every policy that selects it.
     */
    private DoraStatus dora(Instant at) {
        var now = Dora.sum(reports, at);
        return previous.map(ReadinessPolicyStatus::dora)
                .filter(it -> Dora.isOfTheSameDay(it, now))
                .orElse(now);
    }

    /** The earliest of its Deployments' dates. */
    private LocalDate nextReview() {
        return reports.stream()
                .map(ReadinessReportStatus::nextReview)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private List<String> warnings() {
        return Stream.of(
                        mistakes(),
                        conflicts.stream(),
                        policy.remarks().stream(),
                        nobody().stream(),
                        UnsupportedFields.in(policy).stream())
                .flatMap(Function.identity())
                .toList();
    }

    /** Checks that cannot be evaluated as they are written; the others still count. */
    private Stream<String> mistakes() {
        return policy.checks().stream()
                .flatMap(asked -> mistake(asked).map(it -> asked.spec().name() + ": " + it).stream());
    }

    private static Optional<String> mistake(PolicyCheck asked) {
        return asked.mistake().or(() -> Mistakes.in(asked.spec()));
    }

    private ReadinessPolicySpec spec() {
        return policy.policy().spec();
    }

    private long generation() {
        return policy.policy().ref().generation();
    }

    private Optional<String> nobody() {
        return reports.isEmpty()
                ? Optional.of("The selector meets no Deployment; other workloads are not governed.")
                : Optional.empty();
    }

    private List<Condition> conditions(Instant at) {
        var before = previous.map(ReadinessPolicyStatus::conditions).orElse(List.of());
        var conditions = new Conditions(before, generation(), at)
                .say("Enforced", enforced())
                .say("Ready", ready());
        admitted().said().ifPresent(it -> conditions.say(AdmitCondition.TYPE, it));
        return conditions.sorted();
    }

    private AdmitCondition admitted() {
        return new AdmitCondition(standing.guarding(), previous, generation());
    }

    private Because enforced() {
        if (spec().mode() != Mode.Enforce) {
            return new Because(
                    EnforcedReason.NotAsked,
                    "Mode %s holds nothing; set mode to Enforce to hold rollouts.".formatted(spec().mode()));
        }
        return switch (standing.enforcement()) {
            case Enforcement.Confirmed confirmed -> ENFORCING;
            case Enforcement.ConfirmedOnce once -> wasEnforced() ? ENFORCING : SINCE_A_MOMENT;
            case Enforcement.Refuted refuted ->
                new Because(EnforcedReason.NotEnforced, "Nothing is held: " + refuted.why() + ".");
            case Enforcement.Untried untried ->
                new Because(EnforcedReason.NotTried, "Not tried: " + untried.why() + ".");
        };
    }

    /** A restart of the operator is no news: one successful trial confirms the earlier status. */
    private boolean wasEnforced() {
        return previous.stream()
                .flatMap(it -> it.conditions().stream())
                .anyMatch(it -> it.type().equals("Enforced") && it.status() == ConditionStatus.True);
    }

    /**
     * Ready means accepted and active. It ignores the verdicts on the workloads, because otherwise a GitOps unit
     * with both would never become ready.
     */
    private Because ready() {
        if (!policy.missing().isEmpty()) {
            return new Because(PolicyReason.MissingStandard, policy.missing().getFirst());
        }
        var mistake = mistakes().findFirst();
        if (mistake.isPresent()) {
            return new Because(PolicyReason.InvalidCheck, mistake.get());
        }
        if (refuted()) {
            return new Because(PolicyReason.NotEnforced, "Accepted, but the API server does not enforce it.");
        }
        return admitted()
                .unready()
                .orElseGet(() -> new Because(PolicyReason.Accepted, "Accepted; meets %s.".formatted(targets())));
    }

    private boolean refuted() {
        return spec().mode() == Mode.Enforce && standing.enforcement() instanceof Enforcement.Refuted;
    }

    private String targets() {
        return reports.size() == 1 ? "1 Deployment" : reports.size() + " Deployments";
    }
}
