package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.PreserveUnknownFields;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Required;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** All facts about one Deployment, and all state to go on after a restart. The operator bounds every list. */
@ApiType
@JsonClassDescription("What is known of the Deployment.")
public record ReadinessReportStatus(
        @JsonPropertyDescription("The generation of this report that the conditions are about.")
        Long observedGeneration,

        @JsonPropertyDescription("The generation of the Deployment that was looked at.")
        Long deploymentGeneration,

        @JsonPropertyDescription("From 0 to 100, rounded down. None while nothing could be evaluated.")
        Integer score,

        @JsonPropertyDescription("The percentage of the total weight that could be evaluated, rounded down.")
        Integer coverage,

        @JsonPropertyDescription("Colour of the score.") Grade grade,

        @JsonPropertyDescription("Whether this may be called ready.")
        Verdict verdict,

        @JsonPropertyDescription(
                "Since when the grade is this one. For five minutes from then on a better one is said only if the score "
                        + "is 2 points above its threshold, so that it does not flap.")
        Instant gradeSince,

        @JsonPropertyDescription("Since when the verdict is this one; it does not flap either.")
        Instant verdictSince,

        @JsonPropertyDescription("What grade and verdict are computed with, from the policy.")
        Scoring scoring,

        @JsonPropertyDescription("Where the rollout is.") Phase phase,

        @JsonPropertyDescription("What the rollout waits for, in a word; gates has the details.")
        String waitingOn,

        @JsonPropertyDescription("The revision being rolled out, or running.")
        RevisionStatus revision,

        @JsonPropertyDescription("The last known-good revision: what a failing one is taken back to.")
        BaselineStatus baseline,

        @JsonPropertyDescription("The policies that apply, at the generation that counts for the rollout under way.")
        @KeyedBy({"kind", "name"})
        List<PolicyRef> policies,

        @JsonPropertyDescription("The gates of the rollout under way.") @KeyedBy("gate")
        List<GateStatus> gates,

        @JsonPropertyDescription("The steps of gate Serve.") @Atomic
        List<StepStatus> steps,

        @JsonPropertyDescription(
                "What the policies asked when the revision that is on its way set out: {revision, checks, rollout}. "
                        + "Whatever becomes of them meanwhile, nothing harder is asked of it.")
        @SchemaFrom(type = Object.class)
        @PreserveUnknownFields
        AttemptStatus attempt,

        @JsonPropertyDescription("Scores by category.") @KeyedBy("name")
        List<CategoryScore> categories,

        @JsonPropertyDescription("Every check and its answer: what the score is computed from.") @KeyedBy("name")
        List<CheckResult> checks,

        @JsonPropertyDescription("What is to be done, the most urgent first.") @Atomic
        List<ActionItem> actions,

        @JsonPropertyDescription("What may go wrong.") @KeyedBy("name")
        List<RiskStatus> risks,

        @JsonPropertyDescription("Service level objectives.") @KeyedBy("name")
        List<SloStatus> slos,

        @JsonPropertyDescription("What fails and is excused, and until when.") @KeyedBy("check")
        List<KnownIssue> knownIssues,

        @JsonPropertyDescription("The rollout under way, as the history will have it.")
        RolloutRecord rollout,

        @JsonPropertyDescription("The last rollouts, the newest first.") @Atomic
        List<RolloutRecord> history,

        @JsonPropertyDescription("The lowest score of each of the last days, the newest first.") @Atomic
        List<DailyScore> scores,

        @JsonPropertyDescription("The score that was last told by an Event.")
        ToldScore toldScore,

        @JsonPropertyDescription(
                "What the last 90 days brought, the newest first, without days on which nothing happened.")
        @Atomic
        List<DeliveryDay> deliveries,

        @JsonPropertyDescription("Delivery performance.") DoraStatus dora,

        @JsonPropertyDescription(
                "What to know, one sentence each: costs of the gates, pods that are not governed, tags pushed "
                        + "twice.")
        @Atomic
        List<String> warnings,

        @JsonPropertyDescription("When people look at this again.")
        LocalDate nextReview,

        @JsonPropertyDescription(
                "Ready: the running revision is verified. Reconciling and Stalled as long as they are true. One "
                        + "per gate.")
        @KeyedBy("type")
        List<Condition> conditions) {

    public ReadinessReportStatus {
        policies = Copy.of(policies);
        gates = Copy.of(gates);
        steps = Copy.of(steps);
        categories = Copy.of(categories);
        checks = Copy.of(checks);
        actions = Copy.of(actions);
        risks = Copy.of(risks);
        slos = Copy.of(slos);
        knownIssues = Copy.of(knownIssues);
        history = Copy.of(history);
        deliveries = Copy.of(deliveries);
        scores = Copy.of(scores);
        warnings = Copy.of(warnings);
        conditions = Copy.of(conditions);
    }

    @ApiType
    public record ActionItem(
            @JsonPropertyDescription("P1 first.") Priority priority,

            @JsonPropertyDescription("What to do.") @Required
            String text,

            @JsonPropertyDescription("How much work it is.") String effort,
            @JsonPropertyDescription("Who does it.") String owner,

            @JsonPropertyDescription("The check that asks for it.")
            String check,

            @JsonPropertyDescription("Where it is described.")
            String runbook) {}

    @ApiType
    public record DailyScore(
            @JsonPropertyDescription("The day, in UTC.") @Required
            LocalDate day,

            @JsonPropertyDescription("The lowest score of the day.") @Required
            Integer score) {}

    @ApiType
    public record ToldScore(
            @JsonPropertyDescription("The score that was told.") @Required
            Integer score,

            @JsonPropertyDescription("When.") @Required Instant at) {}
}
