package dev.readygate.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.PodResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The policy readygate-self-test on a real API server: the operator may create a pod as a dry-run, and no more. */
@ExtendWith(ClusterExtension.class)
class SelfTestIT {
    private GovernedNamespace shop;

    @BeforeEach
    void open(Cluster cluster) {
        shop = new GovernedNamespace(cluster);
        shop.book("cart", "uid|serve|aaa|");
    }

    @Test
    void seesTheGateOfAPodThatIsNotMade() {
        assertThat(ControllerPods.isGated(pod(shop.operator()).dryRun(true).create()))
                .isTrue();
        assertThat(shop.admin().pods().inNamespace(shop.name()).list().getItems())
                .isEmpty();
    }

    @Test
    void cannotMakeOne() {
        assertThatThrownBy(() -> pod(shop.operator()).create())
                .hasMessageContaining(
                        "The Readygate operator makes no pods and no Deployments; its self-test is a dry-run.");
    }

    @Test
    void isNoOtherUsersConcern() {
        assertThat(pod(shop.admin()).create()).isInstanceOf(Pod.class);
    }

    private PodResource pod(KubernetesClient who) {
        return who.pods().inNamespace(shop.name()).resource(ControllerPods.of("cart", "ccc"));
    }
}
