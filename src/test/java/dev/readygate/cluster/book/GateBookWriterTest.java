package dev.readygate.cluster.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.readygate.api.v1alpha1.GateBookSpec;
import dev.readygate.cluster.kube.Overtaken;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient
class GateBookWriterTest {
    private static final String BOOK = "/apis/readygate.dev/v1alpha1/namespaces/shop/gatebooks/readygate";
    private static final String PATCH = BOOK + "?fieldManager=readygate";
    /** The client reads the object once more before a patch. */
    private static final int WITH_A_PATCH = 2;

    private static final String FREE = "uid|serve|||";
    private static final String HELD = "uid|serve|a|b since 2026-03-01T12:00:00Z: health: it failed";

    KubernetesMockServer server;
    KubernetesClient client;
    private GateBookWriter pen;

    @BeforeEach
    void takeIt() {
        var config = new ConfigBuilder(client.getConfiguration())
                .withRequestRetryBackoffLimit(0)
                .build();
        pen = new GateBookWriter(
                new KubernetesClientBuilder().withConfig(config).build(), "shop", "operator");
    }

    @Test
    void isOvertakenByAWriteWithoutAnAnswer() {
        has(book("1", FREE));
        server.expect().patch().withPath(PATCH).andReturn(500, "{}").once();
        assertThatExceptionOfType(KubernetesClientException.class).isThrownBy(() -> write(FREE));

        has(book("2", HELD), 1);
        assertThatIsOvertaken(() -> write(FREE));
        assertThat(version()).isEqualTo("2");

        has(book("2", HELD));
        server.expect().patch().withPath(PATCH).andReturn(200, book("3", "")).once();
        write(HELD);
        assertThat(version()).isEqualTo("3");
    }

    @Test
    void isOvertakenByAWriteThatIsCarriedOutJustBefore() {
        has(book("1", FREE));
        server.expect().patch().withPath(PATCH).andReturn(409, "{}").once();
        has(book("2", HELD), 1);

        assertThatIsOvertaken(() -> write(FREE));
        assertThat(version()).isEqualTo("2");
    }

    @Test
    void writesItsLineThoughOthersChanged() {
        has(book("1", FREE));
        server.expect().patch().withPath(PATCH).andReturn(409, "{}").once();
        has(book("2", FREE));
        server.expect().patch().withPath(PATCH).andReturn(200, book("3", "")).once();

        write(FREE);
        assertThat(version()).isEqualTo("3");
    }

    @Test
    void goesOnAfterARefusal() {
        has(book("1", FREE));
        server.expect().patch().withPath(PATCH).andReturn(403, "{}").once();
        assertThatExceptionOfType(KubernetesClientException.class).isThrownBy(() -> write(FREE));

        has(book("1", FREE));
        server.expect().patch().withPath(PATCH).andReturn(200, book("2", "")).once();
        write(FREE);
        assertThat(version()).isEqualTo("2");
    }

    private void write(String decidedOn) {
        var book = new GateBookSpec("operator", Map.of("cart", decidedOn));
        pen.write("cart", GateBookCodec.read(book, "cart"), Optional.empty());
    }

    private static void assertThatIsOvertaken(ThrowingCallable write) {
        assertThatExceptionOfType(KubernetesClientException.class)
                .isThrownBy(write)
                .matches(Overtaken::by);
    }

    private String version() {
        return pen.latest().orElseThrow().getMetadata().getResourceVersion();
    }

    private void has(String book) {
        has(book, WITH_A_PATCH);
    }

    private void has(String book, int times) {
        server.expect().get().withPath(BOOK).andReturn(200, book).times(times);
    }

    private static String book(String version, String cart) {
        return """
                {"apiVersion": "readygate.dev/v1alpha1", "kind": "GateBook",
                 "metadata": {"name": "readygate", "namespace": "shop", "uid": "u", "resourceVersion": "%s"},
                 "spec": {"operator": "operator", "deployments": {"cart": "%s"}}}""".formatted(version, cart);
    }
}
