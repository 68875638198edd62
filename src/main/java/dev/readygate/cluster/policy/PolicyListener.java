package dev.readygate.cluster.policy;

import dev.readygate.api.v1alpha1.PolicyRef;

/** Hears of changes of policies and standards. */
public interface PolicyListener {

    /** Every Deployment in the scope needs a reconcile. */
    void touched(PolicyScope reach);

    /** The policy's status needs a new summary. */
    void resummed(String namespace, PolicyRef policy);
}
