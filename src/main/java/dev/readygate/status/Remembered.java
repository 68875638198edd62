package dev.readygate.status;

import dev.readygate.api.v1alpha1.BaselineStatus;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.dora.Days;
import dev.readygate.facts.Delivered;
import dev.readygate.facts.KnownGood;
import dev.readygate.gate.Memory;
import dev.readygate.gate.Progress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a report of before tells the next decision: everything needed to go on after a restart is in it. */
public final class Remembered {
    private Remembered() {}

    /** A report that was created but never written remembers nothing. */
    public static Optional<Memory> from(Optional<ReadinessReportStatus> previous) {
        return previous.filter(it -> it.phase() != null)
                .map(it -> new Memory(
                        it.phase(),
                        Optional.ofNullable(it.baseline()).map(Remembered::known),
                        digests(it),
                        progress(it)));
    }

    /** What it counted, and nothing where there is none. */
    public static Delivered delivered(Optional<ReadinessReportStatus> previous) {
        return previous.map(Days::of).orElse(Delivered.NOTHING);
    }

    private static Map<String, List<String>> digests(ReadinessReportStatus report) {
        var byHash = new HashMap<String, List<String>>();
        Optional.ofNullable(report.revision()).ifPresent(it -> byHash.put(it.hash(), it.digests()));
        Optional.ofNullable(report.baseline()).ifPresent(it -> byHash.put(it.hash(), it.digests()));
        return byHash;
    }

    private static Progress progress(ReadinessReportStatus report) {
        return report.revision() == null
                ? Progress.NONE
                : new Progress(report.revision().hash(), report.gates(), report.steps());
    }

    private static KnownGood known(BaselineStatus baseline) {
        return new KnownGood(baseline.hash(), baseline.verifiedAt(), baseline.unproven());
    }
}
