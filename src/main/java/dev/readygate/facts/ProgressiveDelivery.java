package dev.readygate.facts;

import java.util.List;
import java.util.Map;

/** Controllers that move a Deployment's traffic from revision to revision themselves, by the API groups of their kinds. */
public final class ProgressiveDelivery {
    /** The resources of which only their controller writes the status. */
    public static final Map<String, String> RESOURCES =
            Map.of("argoproj.io", "rollouts", "flagger.app", "canaries", "rollouts.kruise.io", "rollouts");

    public static final List<String> GROUPS =
            RESOURCES.keySet().stream().sorted().toList();

    private ProgressiveDelivery() {}
}
