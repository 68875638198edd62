package dev.readygate.cluster.kube;

import dev.readygate.api.v1alpha1.GateBook;

/** Names of the operator's own objects and writes, and of Kubernetes' annotations that it reads. */
public final class ObjectNames {
    /** The field manager of all writes of the operator. */
    public static final String FIELD_MANAGER = "readygate";

    /** The field manager while the baseline's template is written; its fields pass to another manager right after. */
    public static final String RESTORER = FIELD_MANAGER + "-restore";

    /** The one GateBook of a namespace. */
    public static final String BOOK = GateBook.NAME;

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
