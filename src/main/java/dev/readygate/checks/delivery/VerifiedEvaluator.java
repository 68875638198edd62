package dev.readygate.checks.delivery;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.VerifiedCheck;
import dev.readygate.checks.Check;
import dev.readygate.checks.CheckType;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.Subject;
import dev.readygate.checks.text.BriefText;
import dev.readygate.facts.Origin;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.PromotedBaseline;
import dev.readygate.facts.PromotedBaseline.FoundReport;
import dev.readygate.facts.PromotedBaseline.PromotedRelease;
import dev.readygate.facts.ReportRef;
import dev.readygate.facts.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The same images are verified in another Deployment, such as the one in staging. Only the digest makes images the same: a
 * tag can be pushed again. They may be verified there any moment, so a gate waits.
 */
public record VerifiedEvaluator(CheckSpec spec, VerifiedCheck verified) implements Check {
    public static final CheckType<VerifiedCheck> TYPE =
            CheckType.of(VerifiedCheck.class, VerifiedEvaluator::new).notAtAdmit(CheckType.NEEDS_A_REVISION);

    private static final String LIMIT = "verified there";

    public VerifiedEvaluator {
        requireNonNull(spec, "spec");
        requireNonNull(verified, "verified");
    }

    @Override
    public boolean healsByItself() {
        return true;
    }

    @Override
    public Finding evaluate(Subject subject) {
        var other = other(subject);
        return switch (seen(subject)) {
            case PromotedBaseline.OutOfBounds out -> finding(FindingReason.OutOfBounds, outOfBounds(other));
            case PromotedBaseline.Unreported nothing -> finding(FindingReason.NotReported, notReported(other));
            case FoundReport reported ->
                subject.revision()
                        .map(it -> compare(it, reported, subject))
                        .orElseGet(
                                () -> finding(FindingReason.NoRevision, "waiting for Kubernetes to make the revision"));
        };
    }

    @Override
    public Optional<Instant> changesAt(Subject subject) {
        return seen(subject) instanceof FoundReport reported
                ? recent(reported, subject)
                        .map(it -> it.at().plus(maxAge().orElseThrow()))
                        .min(Comparator.naturalOrder())
                : Optional.empty();
    }

    private Finding compare(Revision revision, FoundReport there, Subject subject) {
        var other = other(subject);
        var ours = digests(revision.origin());
        if (ours.isEmpty()) {
            return finding(
                    FindingReason.DigestUnknown,
                    "which digests the images have is not known before a pod runs them: name images as image@sha256:…,"
                            + " or ask at gate Serve");
        }
        return Stream.concat(there.baseline().filter(PromotedRelease::proven).stream(), recent(there, subject))
                .filter(it -> it.digests().containsAll(ours))
                .findFirst()
                .map(it -> finding(
                        FindingReason.VerifiedThere,
                        "the same images were verified in %s at %s".formatted(other, it.at())))
                .orElseGet(() -> notThere(there, ours, other));
    }

    private Finding notThere(FoundReport there, List<String> ours, ReportRef other) {
        if (there.baseline().isEmpty()) {
            return finding(FindingReason.NotVerifiedThere, "nothing is verified in %s yet".formatted(other));
        }
        var baseline = there.baseline().get();
        if (baseline.digests().isEmpty()) {
            return finding(
                    FindingReason.DigestUnknown,
                    "which digests the images verified in %s have was never seen".formatted(other));
        }
        return baseline.digests().containsAll(ours)
                ? finding(
                        FindingReason.NotVerifiedThere,
                        "the same images run in %s, but its checks have not passed yet".formatted(other))
                : finding(FindingReason.NotVerifiedThere, others(baseline, other));
    }

    private static String others(PromotedRelease baseline, ReportRef other) {
        return "other images are verified in %s (%s): release these there first"
                .formatted(other, BriefText.of(String.join(", ", baseline.images())));
    }

    /** Declared digests are enough; if one is missing, those seen running. Empty if not all are known. */
    private static List<String> digests(Origin origin) {
        var declared = origin.images().stream()
                .flatMap(it -> Origin.digest(it).stream())
                .distinct()
                .toList();
        if (declared.size() == origin.images().stream().distinct().count()) {
            return declared;
        }
        return origin.digests().size() < origin.images().stream().distinct().count() ? List.of() : origin.digests();
    }

    /** Releases verified there earlier, recently enough. */
    private Stream<PromotedRelease> recent(FoundReport there, Subject subject) {
        var now = subject.world().at();
        return maxAge().stream()
                .flatMap(age -> there.before().stream()
                        .filter(it -> now.isBefore(it.at().plus(age))));
    }

    private Optional<Duration> maxAge() {
        return Optional.ofNullable(verified.maxAge()).map(it -> it.toDuration());
    }

    private PromotedBaseline seen(Subject subject) {
        return subject.world().neighbours().reports().getOrDefault(other(subject), new PromotedBaseline.Unreported());
    }

    private ReportRef other(Subject subject) {
        return FactsWantedBy.other(verified, subject.world().workload().ref());
    }

    private static String outOfBounds(ReportRef other) {
        return "Deployments of namespace %s may not be looked at from here: list it in checks.verifiedNamespaces of the chart"
                .formatted(other.namespace());
    }

    private static String notReported(ReportRef other) {
        return "nothing is reported of Deployment %s: it needs a policy that meets it, in a namespace that is watched"
                .formatted(other);
    }

    private Finding finding(FindingReason reason, String message) {
        return new Finding(
                spec.name(), reason, message, new Measured(seenAs(reason.outcome()), LIMIT), Optional.empty());
    }

    private static String seenAs(Outcome outcome) {
        return switch (outcome) {
            case Pass -> "verified";
            case Fail -> "not verified";
            case Unknown, Error, Waived, NotApplicable -> "";
        };
    }
}
