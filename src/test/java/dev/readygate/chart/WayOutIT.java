package dev.readygate.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The commands of docs/admission.md for clusters without the operator, as the document has them. */
@ExtendWith(ClusterExtension.class)
class WayOutIT {
    private static final Path DOCUMENT = Path.of("docs", "admission.md");

    @Test
    void unpausesHeldDeployments(Cluster cluster) throws IOException {
        var shop = new GovernedNamespace(cluster);
        var cart = HeldDeployment.in(shop, HeldDeployment.ApplyStyle.ServerSide);

        run(shop, "delete gatebook");
        run(shop, "sleep");
        run(shop, "patch deployment");

        assertThat(cart.isPaused()).isFalse();
        assertThat(cart.reason()).isEmpty();
    }

    @Test
    void readiesWaitingPods(Cluster cluster) throws IOException {
        var shop = new GovernedNamespace(cluster);
        shop.book("cart", "uid|serve||");
        shop.kubectlWith(ChartManifests.cart("1"), "apply");
        await("the pod").until(() -> pods(shop).anyMatch(ControllerPods::isGated));

        run(shop, "get pods");

        await("it to be ready").until(() -> pods(shop).allMatch(WayOutIT::isReady));
    }

    /** The first line of the document with these words, and its continuation lines. */
    private static void run(GovernedNamespace shop, String words) throws IOException {
        var line = Files.readString(DOCUMENT)
                .replaceAll("\\\\\n\\s*", "")
                .lines()
                .map(String::strip)
                .filter(it -> it.startsWith("$ ") && it.contains(words))
                .findFirst()
                .orElseThrow();
        shop.shell(line.substring(2).replace("-n shop", "-n " + shop.name()));
    }

    private static Stream<Pod> pods(GovernedNamespace shop) {
        return shop.admin().pods().inNamespace(shop.name()).list().getItems().stream();
    }

    private static boolean isReady(Pod pod) {
        return pod.getStatus().getConditions().stream()
                .anyMatch(it -> it.getType().equals("Ready") && it.getStatus().equals("True"));
    }
}
