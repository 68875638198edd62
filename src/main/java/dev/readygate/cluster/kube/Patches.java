package dev.readygate.cluster.kube;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;

/** Patches with the operator's field manager, fenced by the UID and resourceVersion that the decision was about. */
public final class Patches {
    public static final PatchContext MERGE = signed(PatchType.JSON_MERGE, ObjectNames.FIELD_MANAGER);
    public static final PatchContext JSON = signed(PatchType.JSON, ObjectNames.FIELD_MANAGER);
    public static final PatchContext STRATEGIC = signed(PatchType.STRATEGIC_MERGE, ObjectNames.FIELD_MANAGER);
    public static final PatchContext RESTORE = signed(PatchType.JSON, ObjectNames.RESTORER);

    private Patches() {}

    private static PatchContext signed(PatchType type, String manager) {
        return new PatchContext.Builder()
                .withPatchType(type)
                .withFieldManager(manager)
                .build();
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An empty patch that applies only to this object. */
    public static ObjectNode of(String uid) {
        var patch = object();
        patch.putObject("metadata").put("uid", uid);
        return patch;
    }

    /** An empty patch that applies only to this version of this object. */
    public static ObjectNode of(String uid, String resourceVersion) {
        var patch = of(uid);
        patch.withObject("/metadata").put("resourceVersion", resourceVersion);
        return patch;
    }
}
