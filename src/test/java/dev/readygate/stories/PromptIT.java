package dev.readygate.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Outside;
import dev.readygate.testing.Release;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The time from the deciding answer to the operator's reaction. */
@ExtendWith(ClusterExtension.class)
class PromptIT {
    private static final Release V1 = Release.good("v1");
    private static final Release V2 = Release.good("v2");

    @Test
    void aFailingAnswerIsFollowedByTheFirstWriteAtOnce(Namespace shop) {
        try (var outside = new Outside()) {
            shop.policy("careful", """
                    mode: Enforce
                    selector: {}
                    rollout: {onFailure: Rollback, soak: 1h}
                    checks:
                    - {name: errors, gate: Stay, every: 1s, timeout: 1s, failAfter: 1, http: {target: Url, url: "%s"}}
                    """.formatted(outside.url()));
            var cart = shop.deploy("cart", V1)
                    .waitUntilVerified()
                    .release(V2)
                    .waitUntilReported("under all traffic", it -> it.phase() == Phase.Stay);

            outside.answers(503);
            cart.waitUntil("to be restored", it -> it.declaration().isOf(V1));

            var took = Duration.between(outside.firstAnswer(503), firstHold(shop));
            System.out.printf("from the failing answer to the first write: %d ms%n", took.toMillis());
            assertThat(took).as("the write comes after the answer").isPositive();
            cart.waitUntilWithdrawn();
        }
    }

    private static Instant firstHold(Namespace shop) {
        return shop.cluster().audit().timesOfWrites(shop.name(), "gatebooks").getLast();
    }
}
