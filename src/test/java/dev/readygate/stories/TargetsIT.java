package dev.readygate.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Operator;
import dev.readygate.testing.Outside;
import dev.readygate.testing.Release;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checks that ask other targets than pods. */
@ExtendWith(ClusterExtension.class)
class TargetsIT {
    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: front}
            spec: {selector: {app: cart}, ports: [{name: web, port: 80, targetPort: http}]}
            """;

    private static final String SECRET = """
            apiVersion: v1
            kind: Secret
            metadata: {name: token}
            stringData: {value: %s}
            """;

    @Test
    void anAddressIsAskedForAllPodsTogether(Namespace shop) {
        try (var page = new Outside()) {
            var cart = asked(shop, "http: {url: '%s'}".formatted(page.url()));
            cart.waitUntilCheckIs("it", CheckOutcome.Pass);
            page.answers(503);
            cart.waitUntilCheckIs("it", CheckOutcome.Fail);
            assertThat(message(cart)).startsWith("GET /up of 127.0.99.1:").endsWith("answered 503, expected 200-299");
        }
    }

    @Test
    void anAddressThatIsNotAllowedIsNotAsked(Namespace shop) {
        var cart = asked(shop, "http: {url: 'http://169.254.169.254/latest'}");
        cart.waitUntilCheckIs("it", CheckOutcome.Error);
        assertThat(message(cart)).contains("a metadata service may not be asked");
    }

    @Test
    void theServiceInFrontOfThePodsIsAskedAsSoonAsThereIsOne(Namespace shop) {
        var cart = asked(shop, "http: {target: Service, path: /health, port: web}");
        cart.waitUntilCheckIs("it", CheckOutcome.Error);
        assertThat(message(cart)).startsWith("no Service selects the pods");
        shop.apply(SERVICE);
        cart.waitUntilCheckIs("it", CheckOutcome.Pass);
        assertThat(message(cart)).startsWith("GET /health of Service front answered 200");
        cart.allPodsNow("http", "/health 503").waitUntilCheckIs("it", CheckOutcome.Fail);
    }

    @Test
    void aSecretIsSentAnewAfterItChangedAndNeverShown(Namespace shop) throws IOException {
        try (var page = new Outside()) {
            var cart = asked(shop, """
                    http: {url: '%s', headers: [{name: Authorization, secretKeyRef: {name: token, key: value}}]}""".formatted(page.url()));
            cart.waitUntilCheckIs("it", CheckOutcome.Error);
            assertThat(message(cart)).contains("the Secret token is not there: create it");
            shop.apply(SECRET.formatted("first-s3cret"));
            await().until(() -> page.wasShown("first-s3cret"));
            cart.waitUntilCheckIs("it", CheckOutcome.Pass);
            shop.apply(SECRET.formatted("second-s3cret"));
            await().until(() -> page.wasShown("second-s3cret"));
            page.answers(401);
            cart.waitUntilCheckIs("it", CheckOutcome.Fail);
            assertThat(everythingSaid(shop)).contains("answered 401").doesNotContain("s3cret");
        }
    }

    /** Reports, policies and Events of the namespace, the log and the metrics. */
    private static String everythingSaid(Namespace shop) throws IOException {
        var named = shop.name();
        return String.join(
                "\n",
                Serialization.asYaml(shop.report("cart").orElseThrow()),
                Serialization.asYaml(shop.policyNamed("asking").orElseThrow()),
                shop.cluster().run("kubectl", "get", "events,events.events.k8s.io", "-o", "yaml", "--namespace", named),
                shop.cluster().run("kubectl", "get", "gatebooks", "-o", "yaml", "--namespace", named),
                Files.readString(Operator.LOG),
                shop.operator().get("/q/metrics"));
    }

    private static String message(App cart) {
        return cart.check("it").orElseThrow().message();
    }

    private static App asked(Namespace shop, String question) {
        shop.policy("asking", """
                        mode: Observe
                        selector: {}
                        checks:
                        - name: it
                          every: 1s
                          %s
                        """.formatted(question));
        return shop.deploy("cart", Release.good("v1")).waitUntil("to run", App::isRolledOut);
    }
}
