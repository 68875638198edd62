package dev.readygate.testing;

import io.fabric8.kubernetes.api.model.authorization.v1.ResourceAttributes;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.awaitility.Awaitility;

/** The rights of a user: the authorizer sees a new binding only a moment later. */
public final class Rights {
    private Rights() {}

    /** Returns when the user of that client has the right. */
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
