package dev.readygate.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readygate.checks.answer.Tls;
import dev.readygate.checks.answer.Tls.KeptIn;
import dev.readygate.facts.SecretValue;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretResolverTest {
    private static final Tls BY_OURS =
            new Tls(Optional.of("cart"), Optional.of(new KeptIn("authority", "ca.crt")), true);

    @Test
    void authoritiesComeFromASecretOfTheNamespace() throws Exception {
        var kept = new SecretResolver(
                (namespace, secret, key) -> new SecretValue.SecretText(namespace + "/" + secret + "/" + key),
                "shop",
                Duration.ofSeconds(5));
        assertThat(kept.terms(BY_OURS).authorities()).contains("shop/authority/ca.crt");
        assertThat(kept.terms(BY_OURS).serverName()).contains("cart");
    }

    @Test
    void withoutThemNoOtherAuthorityIsTrusted() {
        var kept =
                new SecretResolver((_, _, _) -> new SecretValue.Withheld("it is gone"), "shop", Duration.ofSeconds(5));
        assertThatThrownBy(() -> kept.terms(BY_OURS)).hasMessage("it is gone");
    }

    @Test
    void noUnreferencedSecretIsRead() throws Exception {
        Secrets untouched = (_, _, _) -> {
            throw new AssertionError("nobody asked for a Secret");
        };
        assertThat(new SecretResolver(untouched, "shop", Duration.ofSeconds(5))
                        .terms(Tls.USUAL)
                        .authorities())
                .isEmpty();
    }
}
