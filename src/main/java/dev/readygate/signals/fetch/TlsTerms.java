package dev.readygate.signals.fetch;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * @param serverName the name the certificate must be valid for, if not the host
 * @param authorities certificates in PEM, trusted instead of the runtime's and the installation's
 * @param verified false to accept any certificate
 * @param whose the namespace that names these authorities
 */
public record TlsTerms(Optional<String> serverName, Optional<String> authorities, boolean verified, String whose) {
    public static final TlsTerms USUAL = new TlsTerms(Optional.empty(), Optional.empty(), true, "");

    public TlsTerms {
        requireNonNull(serverName, "serverName");
        requireNonNull(authorities, "authorities");
        requireNonNull(whose, "whose");
    }
}
