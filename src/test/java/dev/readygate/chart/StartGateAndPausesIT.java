package dev.readygate.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The policy readygate-start where the Deployment is paused already: by readygate-hold, or by a person. */
@ExtendWith(ClusterExtension.class)
class StartGateAndPausesIT {
    private final Cluster cluster;

    StartGateAndPausesIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Nested
    class AfterAWithdrawal {
        @Test
        void theNextTemplateIsParkedAndNotReleased() {
            var cart = GatedDeployment.withdrawn(cluster);
            var before = cart.generation();
            cart.apply("3");
            assertThat(cart.parked()).contains("generation-" + (before + 1));
        }

        @Test
        void theOneAfterItIsParkedTooThoughTheBookStillSpeaksOfTheHold() {
            var cart = GatedDeployment.withdrawn(cluster);
            cart.apply("3");
            cart.kubectl("rollout", "resume", "deployment/cart");
            assertThat(cart.parked()).isPresent();
            cart.apply("4");
            assertThat(cart.parked()).contains("generation-" + cart.generation());
        }

        @Test
        void theBaselineComesBackAtOnce() {
            var cart = GatedDeployment.withdrawn(cluster);
            cart.apply("1");
            assertThat(cart.isPaused()).isFalse();
            assertThat(cart.reason()).isEmpty();
        }

        @Test
        void theSameReleaseStaysWithdrawn() {
            var cart = GatedDeployment.withdrawn(cluster);
            cart.apply("2");
            cart.kubectl("rollout", "resume", "deployment/cart");
            assertThat(cart.isPaused()).isTrue();
            assertThat(cart.reason()).contains("revision 5d8f7c withdrawn");
        }
    }

    @Nested
    class APersonsPause {
        private GatedDeployment pausedByAPerson() {
            var cart = GatedDeployment.in(cluster);
            cart.kubectl("rollout", "pause", "deployment/cart");
            return cart;
        }

        @Test
        void staysTheirsWhileOtherTemplatesAreDeclared() {
            var cart = pausedByAPerson();
            cart.apply("2");
            assertThat(cart.isPaused()).isTrue();
            assertThat(cart.reason()).isEmpty();
        }

        /** Its pods would start only now. */
        @Test
        void isFollowedByOursWhenItEnds() {
            var cart = pausedByAPerson();
            cart.apply("2");
            var before = cart.generation();
            cart.kubectl("rollout", "resume", "deployment/cart");
            assertThat(cart.parked()).contains("generation-" + (before + 1));
        }

        @Test
        void endsLikeAnyWhereTheBaselineIsDeclared() {
            var cart = pausedByAPerson();
            cart.kubectl("rollout", "resume", "deployment/cart");
            assertThat(cart.isPaused()).isFalse();
        }

        @Test
        void isTheirsAlsoWhenItComesWithTheTemplate() {
            var cart = GatedDeployment.in(cluster);
            cart.apply("2", "paused: true");
            assertThat(cart.isPaused()).isTrue();
            assertThat(cart.reason()).isEmpty();
        }
    }
}
