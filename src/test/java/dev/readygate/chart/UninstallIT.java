package dev.readygate.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The chart leaves no held Deployment behind: before it removes an object it runs a check, which fails with the way
 * out.
 */
@ExtendWith(ClusterExtension.class)
class UninstallIT {
    private final Helm helm;

    UninstallIT(Cluster cluster) {
        this.helm = new Helm(cluster);
    }

    @Test
    void isAskedForByAJobBeforeAnythingIsRemoved() {
        var chart = helm.render();
        var job = chart.only("Job");

        assertThat(job.at("/metadata/annotations/helm.sh~1hook").textValue()).isEqualTo("pre-delete");
        assertThat(job.at("/spec/template/spec/containers/0/args/0").textValue())
                .isEqualTo("held");
        assertThat(job.at("/spec/template/spec/serviceAccountName"))
                .isEqualTo(chart.podSpec().at("/serviceAccountName"));
        assertThat(job.at("/spec/template/spec/containers/0/image"))
                .isEqualTo(chart.container().at("/image"));
    }

    /** The operator's Service, PodDisruptionBudget and Deployment would count the pod. */
    @Test
    void isNoPodOfTheOperators() {
        var chart = helm.render();
        var selector = chart.only("Deployment").at("/spec/selector/matchLabels");
        var labels = chart.only("Job").at("/spec/template/metadata/labels");

        assertThat(selector.propertyStream())
                .isNotEmpty()
                .noneMatch(it -> labels.path(it.getKey()).equals(it.getValue()));
    }

    @Test
    void isNotAskedForWhereItIsNotWanted() {
        assertThat(helm.render("uninstall.refuseWhileHeld=false").of("Job")).isEmpty();
    }

    @Test
    void isRefusedWhileSomethingIsHeld(Namespace shop) {
        var cart = shop.governed("cart", Release.good("v1"));
        var mail = shop.governed("mail", Release.good("v1"));
        var nothing = shop.operator().held(shop.name());
        cart.release(Release.sick("v2")).waitUntilWithdrawn();
        mail.release(Release.good("v2").with("SIM_START", "1h"))
                .waitUntil("its first pod", it -> it.pods().size() > 3);

        assertThat(nothing).contains("Nothing is held: Readygate can go.");
        assertThatThrownBy(() -> shop.operator().held(shop.name()))
                .hasMessageContaining("Deployment %s/cart is paused: revision ".formatted(shop.name()))
                .hasMessageContaining("Pod %s/mail-".formatted(shop.name()))
                .hasMessageContaining("kubectl delete readinesspolicies")
                .hasMessageContaining("helm uninstall --no-hooks");
    }
}
