package dev.readygate.checks.evidence;

import dev.readygate.api.v1alpha1.ApprovalCheck;
import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.ReadinessDuration;
import dev.readygate.checks.Check;
import dev.readygate.checks.CheckType;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.Subject;
import dev.readygate.checks.evidence.EvidenceSelection.EvidenceObjection;
import dev.readygate.facts.EvidenceFact;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Person;
import dev.readygate.facts.Revision;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Enough different users other than the applier approved the revision. One who says Fail rejects it for all. */
public record ApprovalEvaluator(CheckSpec spec, ApprovalCheck asked) implements Check {
    public static final CheckType<ApprovalCheck> TYPE =
            CheckType.of(ApprovalCheck.class, ApprovalEvaluator::new).notAtAdmit(CheckType.NEEDS_A_REVISION);

    private static final String APPLIER_UNKNOWN =
            "it is not known who applied this revision, so nobody is known to be somebody else: apply it anew with the"
                    + " admission policy readygate-applier in place, or set allowApplier";

    @Override
    public Finding evaluate(Subject subject) {
        return subject.revision()
                .map(it -> evaluate(subject, it))
                .orElseGet(() -> finding(FindingReason.NoRevision, "waiting for Kubernetes to make the revision", 0));
    }

    @Override
    public Optional<Instant> changesAt(Subject subject) {
        var selection = selection(subject);
        return subject.revision().stream()
                .flatMap(it -> newestOfEach(selection, it).stream())
                .flatMap(it -> selection.ends(it).stream())
                .min(Comparator.naturalOrder());
    }

    private Finding evaluate(Subject subject, Revision revision) {
        if (mustKnowApplier(subject) && revision.origin().appliedBy().isEmpty()) {
            return finding(FindingReason.ApplierUnknown, APPLIER_UNKNOWN, 0);
        }
        var selection = selection(subject);
        var said = newestOfEach(selection, revision);
        return said.stream()
                .filter(it -> it.outcome().filter(Outcome.Fail::equals).isPresent())
                .findFirst()
                .map(this::refused)
                .orElseGet(() -> count(agreed(said, revision), selection, revision));
    }

    /** Without gates the applier is not recorded, and an approval opens no gate. */
    private boolean mustKnowApplier(Subject subject) {
        return !asked.allowApplier() && subject.candidate().isPresent();
    }

    private EvidenceSelection selection(Subject subject) {
        var type = Optional.ofNullable(asked.type()).orElse(spec.nameInStandard());
        return new EvidenceSelection(
                subject, type, Optional.ofNullable(asked.maxAge()).map(ReadinessDuration::toDuration));
    }

    /** Users change their minds: the newest approval of each counts. */
    private List<EvidenceFact> newestOfEach(EvidenceSelection selection, Revision revision) {
        var byUser = new LinkedHashMap<String, EvidenceFact>();
        selection
                .about(revision, objection(selection.subject(), revision))
                .forEach(it -> byUser.putIfAbsent(user(it), it));
        return List.copyOf(byUser.values());
    }

    private EvidenceObjection objection(Subject subject, Revision revision) {
        return EvidenceObjection.firstOf(
                this::notByAnApprover, it -> ofAnotherTime(it, subject, revision), ApprovalEvaluator::withoutOutcome);
    }

    private Optional<String> notByAnApprover(EvidenceFact fact) {
        return fact.statement()
                        .by()
                        .filter(it -> it.isOneOf(asked.users(), asked.groups()))
                        .isPresent()
                ? Optional.empty()
                : Optional.of("is not from " + whoMay());
    }

    /** An approval that names only the Deployment means the newest revision of the time it was given. */
    private static Optional<String> ofAnotherTime(EvidenceFact fact, Subject subject, Revision revision) {
        var newestThen = subject.world().revisions().stream()
                .filter(it -> it.createdAt().isBefore(fact.statement().at()))
                .max(Comparator.comparing(Revision::createdAt));
        return fact.about().namesRevision() || newestThen.equals(Optional.of(revision))
                ? Optional.empty()
                : Optional.of("does not name this revision, and was not given since it is the newest");
    }

    private static Optional<String> withoutOutcome(EvidenceFact fact) {
        return fact.outcome().isPresent() ? Optional.empty() : Optional.of("says neither Pass nor Fail");
    }

    private List<EvidenceFact> agreed(List<EvidenceFact> said, Revision revision) {
        return said.stream()
                .filter(it -> asked.allowApplier() || !isApplier(it, revision))
                .sorted(Comparator.comparing(it -> it.statement().at()))
                .limit(asked.count())
                .toList();
    }

    private static boolean isApplier(EvidenceFact fact, Revision revision) {
        return revision.origin().appliedBy().equals(Optional.of(user(fact)));
    }

    private Finding refused(EvidenceFact fact) {
        return finding(
                        FindingReason.Refused,
                        "refused by %s in %s"
                                .formatted(user(fact), fact.statement().name()),
                        0)
                .basedOn(fact.statement());
    }

    private Finding count(List<EvidenceFact> agreed, EvidenceSelection selection, Revision revision) {
        var names = agreed.stream().map(ApprovalEvaluator::user).collect(Collectors.joining(", "));
        if (agreed.size() >= asked.count()) {
            return finding(FindingReason.Approved, "approved by " + names, agreed.size())
                    .basedOn(agreed.getLast().statement());
        }
        var sofar = agreed.isEmpty() ? "nobody has approved this revision yet" : "approved by " + names;
        var missing = asked.count() - agreed.size();
        var wanted = "%d more of %s needed".formatted(missing, whoMay());
        return finding(
                FindingReason.ApprovalsMissing, sofar + ", " + wanted + notCounted(selection, revision), agreed.size());
    }

    private String notCounted(EvidenceSelection selection, Revision revision) {
        EvidenceObjection applier = it -> !asked.allowApplier() && isApplier(it, revision)
                ? Optional.of("does not count, as they applied the revision")
                : Optional.empty();
        return selection
                .overruled(revision, EvidenceObjection.firstOf(objection(selection.subject(), revision), applier))
                .map(it -> "; " + it)
                .orElse("");
    }

    private String whoMay() {
        var groups = asked.groups().stream().map("group %s"::formatted);
        return Stream.concat(groups, asked.users().stream()).collect(Collectors.joining(" or "));
    }

    private static String user(EvidenceFact fact) {
        return fact.statement().by().map(Person::user).orElse("");
    }

    private Finding finding(FindingReason reason, String message, int approvals) {
        var measured = new Measured(String.valueOf(approvals), String.valueOf(asked.count()));
        return new Finding(spec.name(), reason, message, measured, Optional.empty());
    }
}
