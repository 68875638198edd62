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

    /** Why it fails. A baseline without the number sets no limit, or the first measured revision could never pass. */
    Optional<EvidenceResult> compare(EvidenceFact fact, Optional<EvidenceFact> baselines) {
        var before = baselines.flatMap(it -> number(it.data()));
        var now = number(fact.data());
        if (now.isEmpty()) {
            return Optional.of(missing(fact));
        }
        return before.filter(it -> isWorse(now.get(), it)).map(it -> worse(now.get(), it, baselines.orElseThrow()));
    }

    private boolean isWorse(double now, double before) {
        return lowerIsBetter ? now > before : now < before;
    }

    private EvidenceResult missing(EvidenceFact fact) {
        var message = "%s has no number %s in its data, which must not be worse than the baseline's"
                .formatted(EvidenceSelection.name(fact), path);
        return new EvidenceResult(FindingReason.NoNumber, message, new Measured("none", path));
    }

    private EvidenceResult worse(double now, double before, EvidenceFact baselines) {
        var message = "%s is %s, worse than %s of the baseline, says %s"
                .formatted(
                        path,
                        EvidenceResult.plain(now),
                        EvidenceResult.plain(before),
                        EvidenceSelection.name(baselines));
        var limit = (lowerIsBetter ? "at most " : "at least ") + EvidenceResult.plain(before);
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
