package dev.readygate.cluster.kube;

/** Told which Deployment is touched by something that changed. */
@FunctionalInterface
public interface Waker {
    void wake(String namespace, String deployment);

    /** Somebody stated something, or took it back. */
    default void stated() {}
}
