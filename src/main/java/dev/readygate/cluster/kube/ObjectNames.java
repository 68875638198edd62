package dev.readygate.cluster.kube;

import dev.readygate.api.v1alpha1.GateBook;

/** Names on which the admission policies, and users who read the operator's objects, rely. */
public final class ObjectNames {
    /** The field manager of all writes of the operator. */
    public static final String FIELD_MANAGER = "readygate";

    /** The field manager while the baseline's template is written; its fields pass to another manager right after. */
    public static final String RESTORER = FIELD_MANAGER + "-restore";

    /** The one GateBook of a namespace. */
    public static final String BOOK = GateBook.NAME;

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

    /** The commit, as image builders write it. */
    public static final String OCI_COMMIT = "org.opencontainers.image.revision";

    /** The commit, if the version is a whole commit hash: anything shorter may as well be a date. */
    public static final String VERSION = "app.kubernetes.io/version";

    public static final String TEMPLATE_HASH = "pod-template-hash";
    public static final String REVISION = "deployment.kubernetes.io/revision";

    /** On a template: left by {@code kubectl rollout restart}. */
    public static final String RESTARTED = "kubectl.kubernetes.io/restartedAt";

    private ObjectNames() {}
}
