package dev.readygate.checks.evidence;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.EvidenceCheck;
import dev.readygate.api.v1alpha1.EvidenceCheck.Authors;
import dev.readygate.api.v1alpha1.ReadinessDuration;
import dev.readygate.checks.Check;
import dev.readygate.checks.CheckType;
import dev.readygate.checks.EvidenceResult;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.Subject;
import dev.readygate.checks.evidence.EvidenceSelection.EvidenceObjection;
import dev.readygate.facts.About;
import dev.readygate.facts.EvidenceFact;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Revision;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The newest evidence of a type passes for the revision, and its numbers are no worse than the baseline's. */
public record EvidenceEvaluator(CheckSpec spec, EvidenceCheck asked, EvidenceRule rule) implements Check {
    public static final CheckType<EvidenceCheck> TYPE = CheckType.of(EvidenceCheck.class, EvidenceEvaluator::new)
            .mistakes((_, evidence) -> EvidenceRule.mistake(evidence))
            .notAtAdmit(CheckType.NEEDS_A_REVISION);

    private static final EvidenceResult NO_REVISION = new EvidenceResult(
            FindingReason.NoRevision, "waiting for Kubernetes to make the revision", Measured.NOTHING);

    EvidenceEvaluator(CheckSpec spec, EvidenceCheck asked) {
        this(spec, asked, EvidenceRule.of(asked));
    }

    @Override
    public Finding evaluate(Subject subject) {
        return subject.revision().map(it -> evaluate(subject, it)).orElseGet(() -> finding(NO_REVISION));
    }

    @Override
    public Optional<Instant> changesAt(Subject subject) {
        var selection = selection(subject);
        var own = subject.revision().flatMap(it -> newest(selection, it));
        var compared = own.stream().flatMap(it -> floor(it, selection).pieces().stream());
        return Stream.concat(own.stream(), compared)
                .flatMap(it -> selection.ends(it).stream())
                .min(Comparator.naturalOrder());
    }

    private Finding evaluate(Subject subject, Revision revision) {
        var selection = selection(subject);
        return newest(selection, revision)
                .map(it -> judge(it, selection).basedOn(it.statement()))
                .orElseGet(() -> missing(selection, revision));
    }

    private EvidenceSelection selection(Subject subject) {
        return new EvidenceSelection(
                subject, asked.type(), Optional.ofNullable(asked.maxAge()).map(ReadinessDuration::toDuration));
    }

    private Optional<EvidenceFact> newest(EvidenceSelection selection, Revision revision) {
        return selection.about(revision, objection()).stream().findFirst();
    }

    private EvidenceObjection objection() {
        return EvidenceObjection.firstOf(this::outOfScope, this::fromSomebodyElse);
    }

    private Optional<String> outOfScope(EvidenceFact fact) {
        return names(fact.about())
                ? Optional.empty()
                : Optional.of("does not name the " + asked.about().name().toLowerCase(Locale.ROOT));
    }

    private boolean names(About about) {
        return switch (asked.about()) {
            case Any -> true;
            case Revision -> about.namesRevision();
            case Image -> about.image().isPresent();
            case Commit -> about.commit().isPresent();
            case Deployment -> about.deployment().isPresent();
        };
    }

    private Optional<String> fromSomebodyElse(EvidenceFact fact) {
        var from = asked.from();
        return from == null || isFrom(fact, from) ? Optional.empty() : Optional.of("is not from those who may give it");
    }

    private static boolean isFrom(EvidenceFact fact, Authors from) {
        return fact.statement()
                .by()
                .filter(it -> it.isOneOf(from.users(), from.groups()))
                .isPresent();
    }

    private Finding judge(EvidenceFact fact, EvidenceSelection selection) {
        var judged = rule.judge(fact);
        return finding(
                judged.outcome() == Outcome.Pass ? ratchet(fact, selection).orElse(judged) : judged);
    }

    /** The first number that is missing or worse than its limit. */
    private Optional<EvidenceResult> ratchet(EvidenceFact fact, EvidenceSelection selection) {
        var floor = floor(fact, selection);
        return asked.notWorseThanBaseline().stream()
                .map(Ratchet::of)
                .flatMap(it -> it.compare(fact, floor).stream())
                .findFirst();
    }

    private RatchetFloor floor(EvidenceFact fact, EvidenceSelection selection) {
        if (asked.autoRaise()) {
            return new RatchetFloor(selection.until(fact, objection()), this::passes, ", the best so far");
        }
        var whose = selection.subject().verified().isPresent() ? " of the baseline" : " of the revision before";
        return new RatchetFloor(selection.before(fact, objection()).stream().toList(), _ -> true, whose);
    }

    private boolean passes(EvidenceFact fact) {
        return rule.judge(fact).outcome() == Outcome.Pass;
    }

    private Finding missing(EvidenceSelection selection, Revision revision) {
        var none = "no evidence of type %s about this revision yet".formatted(asked.type());
        var others = selection
                .overruled(revision, objection())
                .map(it -> " (%s)".formatted(it))
                .orElse("");
        var wayOut = "; add a ReadinessEvidence about %s".formatted(subjectOf(revision));
        return finding(new EvidenceResult(
                FindingReason.NoEvidence, none + others + wayOut, new Measured("none", rule.limit())));
    }

    /** The names that evidence can use, the most exact first. */
    private String subjectOf(Revision revision) {
        var origin = revision.origin();
        var digest = origin.digests().stream().findFirst().map(it -> "an image @" + it);
        var commit = origin.commit().map(it -> "commit " + it);
        return switch (asked.about()) {
            case Image -> digest.orElse("its image");
            case Commit -> commit.orElse("its commit, which annotation readygate.dev/commit names");
            case Deployment -> "the Deployment";
            case Any, Revision -> commit.or(() -> digest).orElse("revision " + revision.hash());
        };
    }

    private Finding finding(EvidenceResult judged) {
        return judged.finding(spec.name());
    }
}
