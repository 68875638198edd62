package dev.readygate.facts;

/**
 * How far around a Deployment its checks look. Each step costs requests or memory, so the operator takes it only if
 * a check asks for it.
 */
public enum Horizon {
    /** The rollout: facts that the operator has of every governed Deployment. */
    Rollout,
    /** The whole manifest of the Deployment too. */
    Manifest,
    /** The objects around it too: autoscaler, disruption budget, Services and others. */
    Surroundings
}
