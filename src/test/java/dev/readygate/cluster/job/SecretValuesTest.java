package dev.readygate.cluster.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.facts.SecretValue;
import dev.readygate.facts.SecretValue.SecretText;
import dev.readygate.facts.SecretValue.Withheld;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient
class SecretValuesTest {
    private static final String PATH = "/api/v1/namespaces/shop/secrets/token";

    KubernetesMockServer server;
    KubernetesClient client;

    /** The client's own retries are not under test, and take long. */
    @BeforeEach
    void doNotRetry() {
        client.getConfiguration().setRequestRetryBackoffLimit(0);
    }

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void areReadByNameAndNeverListed() throws InterruptedException {
        serves("Bearer s3cret");
        assertThat(value()).isEqualTo(new SecretText("Bearer s3cret"));
        assertThat(server.getRequestCount()).isEqualTo(1);
        assertThat(server.takeRequest().getPath()).isEqualTo(PATH);
    }

    @Test
    void areKeptForAMomentAndReadAnewWithinAMinute() {
        server.expect().get().withPath(PATH).andReturn(200, secret("old")).once();
        server.expect().get().withPath(PATH).andReturn(200, secret("new")).once();
        var values = values(true);
        assertThat(values.of("shop", "token", "value")).isEqualTo(new SecretText("old"));
        now = now.plus(Duration.ofSeconds(1));
        assertThat(values.of("shop", "token", "value")).isEqualTo(new SecretText("old"));
        now = now.plus(Duration.ofSeconds(59));
        assertThat(values.of("shop", "token", "value")).isEqualTo(new SecretText("new"));
    }

    @Test
    void areKeptWhileTheApiServerIsAwayButNotAgainstItsWord() {
        server.expect().get().withPath(PATH).andReturn(200, secret("old")).once();
        server.expect().get().withPath(PATH).andReturn(504, "").once();
        server.expect().get().withPath(PATH).andReturn(403, "").always();
        var values = values(true);
        assertThat(values.of("shop", "token", "value")).isEqualTo(new SecretText("old"));
        now = now.plus(Duration.ofMinutes(1));
        assertThat(values.of("shop", "token", "value")).isEqualTo(new SecretText("old"));
        now = now.plus(Duration.ofMinutes(1));
        assertThat(values.of("shop", "token", "value")).isInstanceOf(Withheld.class);
    }

    @Test
    void thatAreMissingAreNamed() {
        server.expect().get().withPath(PATH).andReturn(404, "").always();
        assertThat(value())
                .isEqualTo(new Withheld("the Secret token is not there: create it, or name another in the check"));
    }

    @Test
    void withoutTheKeySayWhichOne() {
        serves("Bearer s3cret");
        assertThat(values(true).of("shop", "token", "password"))
                .isEqualTo(new Withheld("the Secret token has no key password: add it, or name another in the check"));
    }

    @Test
    void thatMayNotBeReadSayWhatToDo() {
        server.expect().get().withPath(PATH).andReturn(403, "").always();
        assertThat(value()).asString().contains("may not be read by the operator: set checks.secrets to true");
    }

    @Test
    void areNotReadAtAllWhereTheInstallationSaysSo() {
        assertThat(values(false).of("shop", "token", "value")).asString().contains("switched off in this installation");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void areNotPartOfAnyText() {
        serves("Bearer s3cret");
        assertThat(value().toString()).doesNotContain("s3cret");
    }

    private void serves(String text) {
        server.expect().get().withPath(PATH).andReturn(200, secret(text)).always();
    }

    private static Secret secret(String text) {
        var encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return new SecretBuilder()
                .withNewMetadata()
                .withName("token")
                .withNamespace("shop")
                .endMetadata()
                .withData(Map.of("value", encoded))
                .build();
    }

    private SecretValue value() {
        return values(true).of("shop", "token", "value");
    }

    private SecretValues values(boolean allowed) {
        return new SecretValues(client, () -> now, allowed);
    }
}
