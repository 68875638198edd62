package dev.readygate.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ClusterExtension.class)
class BadReleaseIT {
    private static final Release V1 = Release.good("v1");
    private static final Release V2 = Release.sick("v2");
    private static final Release V3 = Release.good("v3");

    @Test
    void isWithdrawnExplainedAndFollowedByAFixedOneAsIfNothingHadHappened(Namespace shop) {
        var cart = shop.governed("cart", V1);

        cart.release(V2).waitUntilWithdrawn();
        assertThat(cart.readyPodsOf(V1)).isEqualTo(3);
        assertThat(cart.podsOf(V2)).isEmpty();
        assertThat(cart.deployment().getSpec().getPaused()).isTrue();
        isExplainedInOneSentence(shop, cart);

        var before = cart.generation();
        cart.release(V2);
        assertThat(cart.generation()).isEqualTo(before);
        assertThat(cart.podsOf(V2)).isEmpty();

        cart.release(V3).waitUntilVerified();
        assertThat(cart.readyPodsOf(V3)).isEqualTo(3);
        assertThat(cart.deployment().getSpec().getPaused()).isNotEqualTo(true);
        assertThat(cart.deployment().getMetadata().getAnnotations()).doesNotContainKey("readygate.dev/held");
    }

    private static void isExplainedInOneSentence(Namespace shop, App cart) {
        cart.waitUntil("the news", it -> it.news().contains("Withdrawn"));
        assertThat(shop.news("cart").getLast().getNote())
                .contains("healthy: GET /health answered 503", "expected 200-299");
        assertThat(cart.status().orElseThrow().conditions())
                .anySatisfy(it -> assertThat(it.message()).contains("GET /health answered 503"));
    }
}
