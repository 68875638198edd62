package dev.readygate.gate;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.gate.GateRule.Bearing;
import dev.readygate.gate.StageInput.GateFinding;
import java.util.List;
import java.util.stream.Stream;

/** The conditions for passing a gate, or all gates. */
final class Promotion {
    private Promotion() {}

    /** The revision has taken over completely, and every check of gates Serve and Stay lets it pass. */
    static boolean due(StageInput now) {
        return hasTakenOver(now)
                && Stream.of(Gate.Serve, Gate.Stay)
                        .allMatch(it -> letsPass(now.answers().at(it)));
    }

    /** The revision has passed gate Serve. */
    static boolean isServed(StageInput now) {
        return hasTakenOver(now) && letsPass(now.answers().at(Gate.Serve));
    }

    static boolean hasTakenOver(StageInput now) {
        return now.world().workload().rolledOut()
                && now.world().workload().desired().replicas() > 0;
    }

    static boolean letsPass(List<GateFinding> answers) {
        return answers.stream().allMatch(it -> it.bearing() == Bearing.LetsPass);
    }

    /** The name of the first check that does not let it pass yet, or 'rollout' while Kubernetes rolls out. */
    static String waitingOn(StageInput now) {
        return Stream.of(Gate.Serve, Gate.Stay)
                .flatMap(it -> now.answers().at(it).stream())
                .filter(it -> it.bearing() != Bearing.LetsPass)
                .map(it -> it.rule().name())
                .findFirst()
                .orElse(now.world().workload().rolledOut() ? "" : "rollout");
    }
}
