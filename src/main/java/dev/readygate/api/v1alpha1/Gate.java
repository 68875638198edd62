package dev.readygate.api.v1alpha1;

/** The four points of a rollout at which it can be held, in the order in which a revision meets them. */
public enum Gate {
    Admit,
    Start,
    Serve,
    Stay
}
