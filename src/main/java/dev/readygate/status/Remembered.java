package dev.readygate.status;

import dev.readygate.api.v1alpha1.BaselineStatus;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.RevisionStatus;
import dev.readygate.dora.Days;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.Delivered;
import dev.readygate.facts.PendingName;
import dev.readygate.facts.PendingName.Started;
import dev.readygate.facts.StartHoldMark;
import dev.readygate.gate.GateProgress;
import dev.readygate.gate.Memory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of the previous report that the next decision needs: all state to go on after a restart is in it. */
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

    /** The deliveries that it counted, or none. */
    public static Delivered delivered(Optional<ReadinessReportStatus> previous) {
        return previous.map(Days::of).orElse(Delivered.NOTHING);
    }

    private static Map<String, List<String>> digests(ReadinessReportStatus report) {
        var byHash = new HashMap<String, List<String>>();
        Optional.ofNullable(report.revision()).ifPresent(it -> byHash.put(it.hash(), it.digests()));
        Optional.ofNullable(report.baseline()).ifPresent(it -> byHash.put(it.hash(), it.digests()));
        return byHash;
    }

    /** The pending names under which users and evidence refer to revisions from before Kubernetes gave them a hash. */
    public static PendingName names(Optional<ReadinessReportStatus> previous) {
        return previous.filter(it -> it.revision() != null)
                .map(it -> new PendingName(names(it), started(it.revision(), progress(it))))
                .orElse(PendingName.NOTHING);
    }

    private static Map<String, String> names(ReadinessReportStatus report) {
        var byHash = new HashMap<String, String>();
        Optional.ofNullable(report.baseline())
                .filter(it -> it.waitedAs() != null)
                .ifPresent(it -> byHash.put(it.hash(), it.waitedAs()));
        Optional.of(report.revision())
                .filter(it -> it.waitedAs() != null && !StartHoldMark.names(it.hash()))
                .ifPresent(it -> byHash.put(it.hash(), it.waitedAs()));
        return byHash;
    }

    private static Optional<Started> started(RevisionStatus revision, GateProgress progress) {
        return progress.hasStarted() ? Optional.of(new Started(revision.hash(), revision.images())) : Optional.empty();
    }

    private static GateProgress progress(ReadinessReportStatus report) {
        return report.revision() == null
                ? GateProgress.NONE
                : new GateProgress(report.revision().hash(), report.gates(), report.steps());
    }

    private static Baseline known(BaselineStatus baseline) {
        return new Baseline(baseline.hash(), baseline.verifiedAt(), baseline.unproven());
    }
}
