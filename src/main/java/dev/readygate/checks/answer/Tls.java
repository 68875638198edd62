package dev.readygate.checks.answer;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.ProbeTls;
import java.util.Optional;

/**
 * The requirements for a certificate.
 *
 * @param serverName the name it must be valid for, if that is not the host of the request: pods are asked by address
 * @param authorities the place of the authorities that are trusted instead of the usual ones
 * @param verified false if any certificate will do
 */
public record Tls(Optional<String> serverName, Optional<KeptIn> authorities, boolean verified) {
    public static final Tls USUAL = new Tls(Optional.empty(), Optional.empty(), true);

    public Tls {
        requireNonNull(serverName, "serverName");
        requireNonNull(authorities, "authorities");
    }

    public static Tls of(ProbeTls tls) {
        if (tls == null) {
            return USUAL;
        }
        return new Tls(
                Optional.ofNullable(tls.serverName()),
                Optional.ofNullable(tls.caSecretRef()).map(it -> new KeptIn(it.name(), it.key())),
                !tls.insecureSkipVerify());
    }

    /** A key of a Secret in the policy's own namespace. */
    public record KeptIn(String secret, String key) {}
}
