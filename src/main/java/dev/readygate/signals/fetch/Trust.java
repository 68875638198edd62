package dev.readygate.signals.fetch;

import static java.util.Objects.requireNonNull;

import io.vertx.core.net.TrustOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The trusted authorities: those of the runtime, and those that the installation adds. */
public record Trust(Optional<String> moreAuthorities) {
    public static final Trust OF_THE_RUNTIME = new Trust(Optional.empty());

    public Trust {
        requireNonNull(moreAuthorities, "moreAuthorities");
    }

    /** @param pem one or more certificates */
    public static Trust also(String pem) {
        return new Trust(Optional.of(pem));
    }

    TrustOptions options() {
        try {
            var store = empty();
            addAll(store, "runtime", ofTheRuntime());
            addAll(store, "installation", read(moreAuthorities.orElse("")));
            return TrustOptions.wrap(factory(store));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("the certificates of the additional authorities cannot be read", e);
        }
    }

    static TrustOptions onlyIn(String pem) throws RefusedException {
        try {
            var store = empty();
            addAll(store, "check", read(pem));
            return TrustOptions.wrap(factory(store));
        } catch (GeneralSecurityException | IOException e) {
            throw new RefusedException("the certificates of the authorities to trust cannot be read");
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        return store;
    }

    private static Certificate[] ofTheRuntime() throws GeneralSecurityException {
        return Arrays.stream(factory(null).getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .flatMap(it -> Arrays.stream(((X509TrustManager) it).getAcceptedIssuers()))
                .toArray(Certificate[]::new);
    }

    private static Certificate[] read(String pem) throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                .toArray(Certificate[]::new);
    }

    private static void addAll(KeyStore store, String origin, Certificate[] certificates)
            throws GeneralSecurityException {
        for (int i = 0; i < certificates.length; i++) {
            store.setCertificateEntry(origin + i, certificates[i]);
        }
    }

    private static TrustManagerFactory factory(KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }
}
