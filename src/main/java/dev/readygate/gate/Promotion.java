package dev.readygate.gate;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.gate.Rule.Bearing;

/** When a revision counts as verified: it has taken over completely, and every check at the gate lets it pass. */
final class Promotion {
    private Promotion() {}

    static boolean due(Situation now) {
        return now.world().workload().rolledOut()
                && now.world().workload().desired().replicas() > 0
                && now.answers().at(Gate.Serve).stream().allMatch(it -> it.bearing() == Bearing.LetsPass);
    }

    /** The name of the first check that does not let it pass yet, or what Kubernetes is still doing. */
    static String waitingOn(Situation now) {
        return now.answers().at(Gate.Serve).stream()
                .filter(it -> it.bearing() != Bearing.LetsPass)
                .map(it -> it.rule().name())
                .findFirst()
                .orElse(now.world().workload().rolledOut() ? "" : "rollout");
    }
}
