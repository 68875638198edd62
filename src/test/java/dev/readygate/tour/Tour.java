package dev.readygate.tour;

import dev.readygate.testing.App;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Shape;
import dev.readygate.testing.WaitLimit;
import dev.readygate.tour.Narrator.Disproved;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Starts a cluster, plays the chapters one after the other, and stops what it started. */
public final class Tour {
    private static final int REPLICAS = 3;
    private static final int PORT = 8080;

    private static final List<Chapter> CHAPTERS = List.of(
            new GoodRelease(), new SickRelease(), new FailsUnderLoad(), new TurnsBadLater(), new NeedsApproval());

    /** One feature of Readygate. */
    interface Chapter {
        String title();

        void play(TourStage stage);
    }

    private Tour() {}

    /** No process stays in any case: the cluster ends with this process. */
    public static void main(String... none) {
        WaitLimit.applyToAll();
        System.exit(play() ? 0 : 1);
    }

    private static boolean play() {
        System.out.println("A Kubernetes control plane, Prometheus and Readygate are being started on this machine.");
        try (var cluster = Cluster.start()) {
            return play(cluster, System.out);
        } catch (RuntimeException | AssertionError unexpected) {
            System.out.println("The tour could not go on: " + unexpected.getMessage());
            return false;
        }
    }

    /** @return whether everything happened as told */
    static boolean play(Cluster cluster, PrintStream out) {
        try (var prometheus = cluster.prometheus();
                var operator = cluster.operatorWith(Map.of("READYGATE_PROMETHEUS_ADDRESS", prometheus.address()));
                var shop = cluster.namespaceNamed("tour")) {
            Runtime.getRuntime().addShutdownHook(new Thread(operator::kill));
            return play(shop, new Narrator(out));
        }
    }

    private static boolean play(Namespace shop, Narrator narrator) {
        try (var visitors = new Visitors(open(shop))) {
            var stage = new TourStage(shop, opened(shop, narrator), visitors, narrator);
            for (var chapter : CHAPTERS) {
                narrator.chapter(chapter.title());
                chapter.play(stage);
            }
            narrator.ends(true);
            return true;
        } catch (Disproved untrue) {
            narrator.failed(untrue);
            narrator.ends(false);
            return false;
        }
    }

    /** A Service has an address before it has pods. */
    private static URI open(Namespace shop) {
        shop.apply("""
                apiVersion: v1
                kind: Service
                metadata: {name: cart}
                spec: {selector: {app: cart}, ports: [{port: %d}]}
                """.formatted(PORT));
        var address = shop.client()
                .services()
                .inNamespace(shop.name())
                .withName("cart")
                .get()
                .getSpec()
                .getClusterIP();
        return URI.create("http://%s:%d/".formatted(address, PORT));
    }

    private static App opened(Namespace shop, Narrator narrator) {
        narrator.chapter("The shop opens");
        narrator.tells(
                "A Deployment cart with %d replicas, a Service in front of it, and one ReadinessPolicy:", REPLICAS);
        var cart = shop.deploy("cart", Shape.of(REPLICAS), TourStage.V1);
        shop.policy("shop", TourPolicies.CAREFUL);
        narrator.shows("cat policy.yaml", TourPolicies.CAREFUL);
        cart.waitUntilVerified();
        shop.policy("shop", TourPolicies.CAREFUL).waitUntilEnforced();
        narrator.sees(
                "cart 1.0 serves and is the known-good baseline", () -> cart.readyPodsOf(TourStage.V1) == REPLICAS);
        return cart;
    }
}
