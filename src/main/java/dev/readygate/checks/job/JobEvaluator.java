package dev.readygate.checks.job;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.JobCheck;
import dev.readygate.checks.Ask;
import dev.readygate.checks.Ask.Pace;
import dev.readygate.checks.Check;
import dev.readygate.checks.CheckType;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.Request;
import dev.readygate.checks.Subject;
import dev.readygate.facts.JobRun;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Question;
import dev.readygate.facts.Reading;
import dev.readygate.facts.Reading.Patience;
import dev.readygate.facts.Revision;
import dev.readygate.facts.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Job for the revision succeeds. */
public record JobEvaluator(CheckSpec spec, JobCheck job) implements Check {
    public static final CheckType<JobCheck> TYPE = CheckType.of(JobCheck.class, JobEvaluator::new)
            .mistakes((spec, job) -> CheckType.unread("template", job.template())
                    .or(() -> JobManifest.mistake(job))
                    .or(() -> mistakeAtStart(spec)))
            .notAtAdmit(CheckType.NEEDS_A_REVISION);

    private static final String LIMIT = "completed";

    /** While the Job runs a user may be waiting; later the operator looks only now and then. */
    private static final Duration WHILE_RUNNING = Duration.ofSeconds(2);

    private static final Duration AFTERWARDS = Duration.ofMinutes(1);

    /** A Job's end is final. */
    private static final Patience NONE = new Patience(1, 1);

    public JobEvaluator {
        requireNonNull(spec, "spec");
        requireNonNull(job, "job");
    }

    @Override
    public Finding evaluate(Subject subject) {
        return made(subject)
                .map(it -> evaluate(subject, it))
                .orElseGet(() -> finding(FindingReason.NoRevision, "waiting for Kubernetes to make the revision"));
    }

    /** A Job is deleted with its revision. */
    private static Optional<Revision> made(Subject subject) {
        return subject.revision().filter(Revision::isMade);
    }

    private Finding evaluate(Subject subject, Revision revision) {
        return reading(subject, revision).map(this::ended).orElseGet(() -> notYet(subject, revision));
    }

    private Finding ended(Reading reading) {
        return new Finding(
                spec.name(),
                reason(reading.outcome()),
                reading.latest().message(),
                new Measured(reading.latest().value(), LIMIT),
                Optional.of(reading.since()));
    }

    private static FindingReason reason(Outcome outcome) {
        return switch (outcome) {
            case Pass -> FindingReason.JobSucceeded;
            case Fail -> FindingReason.JobFailed;
            case Unknown -> FindingReason.JobRunning;
            case Error, Waived, NotApplicable -> FindingReason.JobNotRun;
        };
    }

    private Finding notYet(Subject subject, Revision revision) {
        if (isAbleToStart(subject, revision)) {
            return finding(FindingReason.Waiting, "waiting for the Job to start");
        }
        return subject.world().workload().desired().replicas() == 0
                ? finding(FindingReason.NoReplicas, "scaled to zero, there are no pods for the Job to ask")
                : finding(
                        FindingReason.Starting, "waiting for the first pod of the revision, which the Job is told of");
    }

    @Override
    public List<Ask> asks(Subject subject) {
        return made(subject)
                .filter(it -> isAbleToStart(subject, it) || reading(subject, it).isPresent())
                .map(it -> ask(subject, it))
                .stream()
                .toList();
    }

    @Override
    public Optional<Instant> changesAt(Subject subject) {
        return every().flatMap(it -> made(subject)
                .map(revision -> revision.createdAt().plus(it.multipliedBy(index(subject, revision) + 1))));
    }

    /** Only a Job that names pods has to wait for one. */
    private boolean isAbleToStart(Subject subject, Revision revision) {
        return !JobManifest.names(job, JobManifest.NEW_PODS)
                || !addresses(subject, revision).isEmpty();
    }

    private static String addresses(Subject subject, Revision revision) {
        return subject.world().podsOf(revision.hash()).stream()
                .filter(it -> it.answers() && it.state().containersReady())
                .flatMap(it -> it.address().stream())
                .sorted()
                .collect(joining(","));
    }

    private Ask ask(Subject subject, Revision revision) {
        boolean over = reading(subject, revision)
                .filter(it -> it.outcome() == Outcome.Pass || it.outcome() == Outcome.Fail)
                .isPresent();
        var delay = spec.initialDelay() == null
                ? Duration.ZERO
                : spec.initialDelay().toDuration();
        var pace = new Pace(
                over ? AFTERWARDS : WHILE_RUNNING,
                spec.timeout().toDuration(),
                revision.createdAt().plus(delay));
        return new Ask(question(revision), pace, NONE, new Request.Job(run(subject, revision)));
    }

    private JobRun run(Subject subject, Revision revision) {
        var ref = subject.world().workload().ref();
        var names = new JobNames(ref, revision, spec.name(), job);
        long index = index(subject, revision);
        var values = Map.of(
                JobManifest.NAMESPACE, ref.namespace(),
                JobManifest.DEPLOYMENT, ref.name(),
                JobManifest.HASH, revision.hash(),
                JobManifest.NEW_PODS, addresses(subject, revision));
        return new JobRun(
                names.of(index),
                index > 0,
                names.series(),
                new JobRun.JobOwner(revision.name(), revision.uid()),
                JobManifest.write(job, names, index, values));
    }

    /** The number of the run; without every only 0. */
    private long index(Subject subject, Revision revision) {
        var age = Duration.between(revision.createdAt(), subject.world().at());
        return every().filter(_ -> age.isPositive()).map(age::dividedBy).orElse(0L);
    }

    private Optional<Duration> every() {
        return Optional.ofNullable(job.every()).map(it -> it.toDuration());
    }

    private Optional<Reading> reading(Subject subject, Revision revision) {
        return subject.world().readings().of(question(revision));
    }

    /** Another revision is another question, and so is the same template after it was taken back. */
    private Question question(Revision revision) {
        return new Question(spec.name(), new JobRequest(spec, revision.uid()), new Target.Whole());
    }

    private record JobRequest(CheckSpec spec, String revision) {}

    private Finding finding(FindingReason reason, String message) {
        return new Finding(spec.name(), reason, message, new Measured("", LIMIT), Optional.empty());
    }

    private static Optional<String> mistakeAtStart(CheckSpec spec) {
        return spec.gate() == Gate.Start
                ? Optional.of(
                        "a Job belongs to its revision's ReplicaSet, which is only made after gate Start; set gate to"
                                + " Serve")
                : Optional.empty();
    }
}
