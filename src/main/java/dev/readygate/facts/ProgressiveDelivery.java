package dev.readygate.facts;

import java.util.List;

/** Controllers that move a Deployment's traffic from revision to revision themselves, by the API groups of their kinds. */
public final class ProgressiveDelivery {
    public static final List<String> GROUPS = List.of("argoproj.io", "flagger.app", "rollouts.kruise.io");

    private ProgressiveDelivery() {}
}
