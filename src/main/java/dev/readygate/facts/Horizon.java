package dev.readygate.facts;

/** How far around a Deployment its checks look. Each step costs requests or memory, so it is taken only when asked for. */
public enum Horizon {
    /** The rollout: what is known of every governed Deployment. */
    Rollout,
    /** The whole manifest of the Deployment too. */
    Manifest,
    /** What stands around it too: who scales it, guards it, routes to it. */
    Surroundings
}
