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
    static boolean due(StageInput input) {
        return hasTakenOver(input)
                && Stream.of(Gate.Serve, Gate.Stay)
                        .allMatch(it -> letsPass(input.answers().at(it)));
    }

    /** The revision has passed gate Serve. */
    static boolean isServed(StageInput input) {
        return hasTakenOver(input) && letsPass(input.answers().at(Gate.Serve));
    }

    static boolean hasTakenOver(StageInput input) {
        return input.world().workload().rolledOut()
                && input.world().workload().desired().replicas() > 0;
    }

    static boolean letsPass(List<GateFinding> answers) {
        return answers.stream().allMatch(it -> it.bearing() == Bearing.LetsPass);
    }

    /** The name of the first check that does not let it pass yet, or 'rollout' while Kubernetes rolls out. */
    static String waitingOn(StageInput input) {
        return Stream.of(Gate.Serve, Gate.Stay)
                .flatMap(it -> input.answers().at(it).stream())
                .filter(it -> it.bearing() != Bearing.LetsPass)
                .map(it -> it.rule().name())
                .findFirst()
                .orElse(input.world().workload().rolledOut() ? "" : "rollout");
    }
}
