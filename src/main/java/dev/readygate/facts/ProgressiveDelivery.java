package dev.readygate.facts;

import java.util.List;
import java.util.Map;

/** Controllers that move a Deployment's traffic from revision to revision themselves, by the API groups of their kinds. */
public final class ProgressiveDelivery {
    /** What they write their status to, which nobody but the controller does. */
    public static final Map<String, String> RESOURCES =
            Map.of("argoproj.io", "rollouts", "flagger.app", "canaries", "rollouts.kruise.io", "rollouts");

    public static final List<String> GROUPS =
            RESOURCES.keySet().stream().sorted().toList();

    private ProgressiveDelivery() {}
}
