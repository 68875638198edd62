package dev.readygate.cluster.policy;

import dev.readygate.api.v1alpha1.PolicyRef;

/** Told when policies, or what they are made of, have changed. */
public interface PolicyListener {

    /** Every Deployment in reach has to be looked at again. */
    void touched(PolicyScope reach);

    /** What the policy says of itself has to be summed up again. */
    void resummed(String namespace, PolicyRef policy);
}
