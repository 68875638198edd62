package dev.readygate.api.v1alpha1;

/**
 * Annotations, labels and conditions of Kubernetes' own objects on which users, the admission policies and the command
 * line rely. They change only with the API version.
 */
public final class ContractNames {
    /** The readiness gate of pods of unverified revisions. */
    public static final String GATE = "readygate.dev/verified";

    /** The label that a pod gets together with that readiness gate. */
    public static final String GATED = "readygate.dev/gated";

    /** On a Deployment that the operator paused: one sentence that says why. */
    public static final String HELD = "readygate.dev/held";

    /** On a Deployment: the user whose request brought its template, set by admission. ReplicaSets inherit it. */
    public static final String APPLIED_BY = "readygate.dev/applied-by";

    /** On a Deployment: the revision that a user lets proceed, over its checks. */
    public static final String PROCEED = "readygate.dev/proceed";

    /** On a Deployment: the revision that a user rejects, over its checks. */
    public static final String REJECT = "readygate.dev/reject";

    /** On a Deployment: the withdrawn revision that gets one more attempt. */
    public static final String RETRY = "readygate.dev/retry";

    /** On a Deployment: the author of the latest proceed or reject, set by admission. */
    public static final String DECIDED_BY = "readygate.dev/decided-by";

    /** On a Deployment or its template: the commit it was built from. */
    public static final String COMMIT = "readygate.dev/commit";

    /** On a Deployment or its template: when that commit was made, as 2026-03-01T12:00:00Z. */
    public static final String COMMIT_TIME = "readygate.dev/commit-time";

    /** On a Deployment or its template: "true" for an unplanned release, for a bug that users saw. */
    public static final String REWORK = "readygate.dev/rework";

    /** On a Deployment, as label or annotation: where it runs, such as production. */
    public static final String ENVIRONMENT = "readygate.dev/environment";

    /** On a Job: the check and Deployment for which it runs. Later runs find the earlier ones by it. */
    public static final String JOB = "readygate.dev/job";

    private ContractNames() {}
}
