package dev.readygate.cluster;

import dev.readygate.api.v1alpha1.GateBook;

/** Names that are a contract with the admission policies, and with everybody who reads our objects. */
public final class Names {
    /** Who wrote a field, in managedFields, for everything we write. */
    public static final String FIELD_MANAGER = "readygate";

    /** The one GateBook of a namespace. */
    public static final String BOOK = GateBook.NAME;

    /** The readiness gate of pods of unverified revisions. */
    public static final String GATE = "readygate.dev/verified";

    /** On a Deployment that we paused: one sentence why. */
    public static final String HELD = "readygate.dev/held";

    public static final String TEMPLATE_HASH = "pod-template-hash";
    public static final String REVISION = "deployment.kubernetes.io/revision";

    private Names() {}
}
