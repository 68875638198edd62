package dev.readygate.testing;

import io.fabric8.kubernetes.api.model.authorization.v1.ResourceAttributes;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.awaitility.Awaitility;

/** What somebody may do: a binding is seen by the authorizer a moment after it was made. */
public final class Rights {
    private Rights() {}

    /** Returns when whoever speaks by that client may do it. */
    public static void await(KubernetesClient who, ResourceAttributes what) {
        var review = new SelfSubjectAccessReviewBuilder()
                .withNewSpec()
                .withResourceAttributes(what)
                .endSpec()
                .build();
        var reviews = who.authorization().v1().selfSubjectAccessReview();
        Awaitility.await("the right " + what)
                .until(() -> reviews.create(review).getStatus().getAllowed());
    }
}
