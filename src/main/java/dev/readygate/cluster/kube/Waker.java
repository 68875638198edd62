package dev.readygate.cluster.kube;

/** Requests a reconcile of the Deployment that a change concerns. */
@FunctionalInterface
public interface Waker {
    void wake(String namespace, String deployment);

    /** Evidence or a waiver was created or deleted. */
    default void stated() {}
}
