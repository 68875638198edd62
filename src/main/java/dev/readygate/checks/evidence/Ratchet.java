package dev.readygate.checks.evidence;

import dev.readygate.checks.EvidenceResult;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.FindingReason;
import dev.readygate.facts.EvidenceFact;
import java.util.Map;
import java.util.Optional;

/**
 * A number in the data of evidence that may only get better from one revision to the next.
 *
 * @param path of the number, for example coverage or load.p95
 * @param lowerIsBetter written with a minus in front
 */
record Ratchet(String path, boolean lowerIsBetter) {

    static Ratchet of(String text) {
        return text.startsWith("-") ? new Ratchet(text.substring(1), true) : new Ratchet(text, false);
    }

    /** A piece of evidence, and its number. */
    private record Known(EvidenceFact fact, double number) {}

    /** Why it fails. Evidence without the number sets no limit, or the first measured revision could never pass. */
    Optional<EvidenceResult> compare(EvidenceFact fact, RatchetFloor floor) {
        var now = number(fact.data());
        return now.isPresent() ? compare(now.get(), floor) : Optional.of(missing(fact));
    }

    private Optional<EvidenceResult> compare(double now, RatchetFloor floor) {
        return floor.pieces().stream()
                .flatMap(it -> number(it.data()).map(number -> new Known(it, number)).stream())
                .filter(it -> isWorse(now, it.number()))
                .sorted((one, other) -> better(one.number(), other.number()))
                .filter(it -> floor.counts().test(it.fact()))
                .findFirst()
                .map(it -> worse(now, it, floor.words()));
    }

    private boolean isWorse(double now, double before) {
        return better(before, now) < 0;
    }

    /** Below zero if the first is better. */
    private int better(double one, double other) {
        return lowerIsBetter ? Double.compare(one, other) : Double.compare(other, one);
    }

    private EvidenceResult missing(EvidenceFact fact) {
        var message = "%s has no number %s in its data, which must not be worse than the baseline's"
                .formatted(EvidenceSelection.name(fact), path);
        return new EvidenceResult(FindingReason.NoNumber, message, new Measured("none", path));
    }

    private EvidenceResult worse(double now, Known before, String words) {
        var bound = EvidenceResult.plain(before.number());
        var message = "%s is %s, worse than %s%s, says %s"
                .formatted(path, EvidenceResult.plain(now), bound, words, EvidenceSelection.name(before.fact()));
        var limit = (lowerIsBetter ? "at most " : "at least ") + bound;
        return new EvidenceResult(
                FindingReason.WorseThanBaseline, message, new Measured(EvidenceResult.plain(now), limit));
    }

    private Optional<Double> number(Map<String, Object> data) {
        return DataPath.in(data, path)
                .filter(Number.class::isInstance)
                .map(Number.class::cast)
                .map(Number::doubleValue);
    }
}
