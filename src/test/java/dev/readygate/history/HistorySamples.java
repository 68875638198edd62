package dev.readygate.history;

import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.dora.Days;
import dev.readygate.facts.Delivered;
import dev.readygate.facts.Pod;
import dev.readygate.facts.PodTemplate;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The report after a reconciliation, and the facts around it. */
final class HistorySamples {
    private HistorySamples() {}

    /** The report as the next reconciliation reads it, through the form in which it is stored. */
    static ReadinessReportStatus report(HistoryInput look, RolloutHistory rollouts, List<Delivered.Day> days) {
        var decision = look.decision();
        var status = new HashMap<String, Object>();
        status.put("phase", decision.phase());
        status.put("score", look.score().orElse(null));
        status.put("gates", decision.progress().gates());
        status.put("revision", Map.of("hash", look.judged()));
        status.put(
                "baseline",
                decision.baseline()
                        .map(it -> Map.of(
                                "hash", it.hash(), "verifiedAt", it.since().toString(), "unproven", it.unproven()))
                        .orElse(null));
        status.put("rollout", rollouts.underWay().orElse(null));
        status.put("history", rollouts.history());
        status.put("deliveries", days.stream().map(Days::written).toList());
        return Serialization.unmarshal(Serialization.asJson(status), ReadinessReportStatus.class);
    }

    static PodTemplate template(String image) {
        return new PodTemplate("{\"image\":\"" + image + "\"}");
    }

    static Pod pod(String hash, Instant since) {
        var state = new Pod.PodState(true, true, false, false, Pod.PodGate.Open, Optional.of(since));
        return new Pod(
                hash + "-1",
                "p-" + hash,
                hash,
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.of(since),
                state);
    }
}
