package dev.readygate.checks.prometheus;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.ReadinessDuration;
import dev.readygate.checks.Ask;
import dev.readygate.checks.Ask.Pace;
import dev.readygate.checks.Check;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.Request;
import dev.readygate.checks.Subject;
import dev.readygate.checks.metrics.MetricJudge;
import dev.readygate.checks.metrics.Query;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Pod;
import dev.readygate.facts.Question;
import dev.readygate.facts.Reading;
import dev.readygate.facts.Reading.Patience;
import dev.readygate.facts.Revision;
import dev.readygate.facts.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A check that asks Prometheus about the Deployment. Its kinds differ in query and in judgement. */
interface PrometheusRequests extends Check {
    CheckSpec spec();

    List<Query> queries(Subject subject);

    MetricJudge judge(Subject subject);

    /** The expectation, as it follows "expected". */
    String limit();

    /** Whether its queries are about one revision. */
    boolean tellsRevisions();

    /** Why the question makes no sense here, beyond the reasons common to the kind. */
    default Optional<Finding> notApplicable(Subject subject) {
        return Optional.empty();
    }

    default Optional<String> mistakeAtStart() {
        return spec().gate() == Gate.Start && tellsRevisions()
                ? Optional.of(
                        "it asks about pods of the new revision, and at gate Start there are none; set gate to Serve or"
                                + " Stay, or ask about the whole Deployment")
                : Optional.empty();
    }

    @Override
    default Finding evaluate(Subject subject) {
        return inapplicable(subject)
                .orElseGet(() -> reading(subject)
                        .map(this::found)
                        .orElseGet(() -> finding(FindingReason.Waiting, "waiting for the answer of Prometheus")));
    }

    /** The answer of the revision before counts until its own pods take traffic. */
    @Override
    default boolean asksPods() {
        return true;
    }

    @Override
    default List<Ask> asks(Subject subject) {
        return inapplicable(subject).isPresent() ? List.of() : List.of(ask(subject));
    }

    private Optional<Finding> inapplicable(Subject subject) {
        if (subject.world().workload().desired().replicas() == 0) {
            return Optional.of(finding(FindingReason.NoReplicas, "scaled to zero, there is no traffic"));
        }
        if (subject.candidate().isPresent()
                && isGated()
                && subject.newPods().stream().noneMatch(PrometheusRequests::serves)) {
            return Optional.of(
                    finding(FindingReason.NoTrafficYet, "no new pod takes traffic yet, so there is nothing to see"));
        }
        return notApplicable(subject);
    }

    private boolean isGated() {
        return spec().gate() == Gate.Serve;
    }

    /** It takes or took traffic, with or without a readiness gate. */
    static boolean serves(Pod pod) {
        return switch (pod.state().gate()) {
            case Open -> true;
            case Closed -> false;
            case None -> pod.state().ready();
        };
    }

    private Ask ask(Subject subject) {
        var pace = new Pace(spec().every().toDuration(), spec().timeout().toDuration(), notBefore(subject));
        return new Ask(
                question(subject),
                pace,
                new Patience(spec().failAfter(), spec().passAfter()),
                new Request.Metrics(queries(subject), judge(subject)));
    }

    /** A new revision does not interrupt the queries about the workload as a whole. */
    private Instant notBefore(Subject subject) {
        var since = StayLookback.of(spec(), subject)
                .firstLook()
                .or(() -> subject.candidate().flatMap(subject.world()::revision).map(Revision::createdAt))
                .orElse(subject.world().workload().createdAt());
        return Optional.ofNullable(spec().initialDelay())
                .map(ReadinessDuration::toDuration)
                .map(since::plus)
                .orElse(since);
    }

    /** At a gate each revision is a new question: data from before it took traffic does not count. */
    private Question question(Subject subject) {
        var target = subject.candidate()
                .filter(it -> isGated()
                        || tellsRevisions()
                        || StayLookback.of(spec(), subject).isLimited())
                .<Target>map(Target.OneRevision::new)
                .orElseGet(Target.Whole::new);
        return new Question(spec().name(), spec(), target);
    }

    default Optional<Reading> reading(Subject subject) {
        return subject.world().readings().of(question(subject));
    }

    private Finding found(Reading reading) {
        return new Finding(
                spec().name(),
                reason(reading),
                reading.latest().message(),
                new Measured(reading.latest().seen(), limit()),
                Optional.of(reading.since()));
    }

    private static FindingReason reason(Reading reading) {
        return switch (reading.outcome()) {
            case Pass -> FindingReason.WithinLimits;
            case Fail -> FindingReason.BeyondLimits;
            case Error -> FindingReason.NotAsked;
            case NotApplicable -> FindingReason.NothingToCompare;
            case Unknown, Waived ->
                reading.latest().outcome() == Outcome.Unknown ? FindingReason.NoData : FindingReason.Undecided;
        };
    }

    default Finding finding(FindingReason reason, String message) {
        return new Finding(spec().name(), reason, message, new Measured("", limit()), Optional.empty());
    }
}
