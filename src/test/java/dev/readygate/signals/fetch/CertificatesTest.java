package dev.readygate.signals.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.readygate.checks.answer.Endpoint;
import dev.readygate.checks.answer.HttpAnswer;
import dev.readygate.checks.answer.HttpAnswer.Response;
import dev.readygate.checks.answer.NoAnswer;
import dev.readygate.checks.answer.NotAsked;
import dev.readygate.testing.WaitLimit;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CertificatesTest {
    private static final InetAddress ADDRESS = InetAddress.ofLiteral("127.0.0.7");
    private static final Optional<String> NONE = Optional.empty();

    private static TestCertificate certificate;
    private static HttpsServer server;

    private SafeFetcher fetcher = fetcher(Trust.OF_THE_RUNTIME);

    @BeforeAll
    static void serve() throws Exception {
        certificate = TestCertificate.of("dns:shop.test");
        server = HttpsServer.create(new InetSocketAddress(ADDRESS, 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders()
                    .add("X-Host", exchange.getRequestHeaders().getFirst("Host"));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @AfterEach
    void close() {
        fetcher.close();
    }

    @Test
    void aCertificateOfAnUnknownAuthorityIsNotBelieved() throws Exception {
        assertThat(ask(named("shop.test"), TlsTerms.USUAL)).isEqualTo(notTrusted());
    }

    @Test
    void theInstallationCanAddAuthorities() throws Exception {
        use(Trust.also(certificate.pem()));
        assertThat(ask(named("shop.test"), TlsTerms.USUAL)).isInstanceOf(Response.class);
    }

    @Test
    void theNameHasToBeRightThoughTheAddressIs() throws Exception {
        use(Trust.also(certificate.pem()));
        assertThat(ask(named("other.test"), TlsTerms.USUAL)).isEqualTo(notTrusted());
        assertThat(ask(named("127.0.0.7"), TlsTerms.USUAL)).isEqualTo(notTrusted());
        assertThat(ask(pod(), TlsTerms.USUAL)).isEqualTo(notTrusted());
    }

    @Test
    void aPodsCertificateCanBeForANameTheCheckSays() throws Exception {
        var terms = new TlsTerms(Optional.of("shop.test"), Optional.of(certificate.pem()), true, "shop");
        var answer = (Response) ask(pod(), terms);
        assertThat(answer.headers())
                .containsEntry("x-host", "127.0.0.7:" + server.getAddress().getPort());
        assertThat(ask(pod(), new TlsTerms(Optional.of("other.test"), Optional.of(certificate.pem()), true, "shop")))
                .isEqualTo(notTrusted());
    }

    @Test
    void aChecksOwnAuthoritiesReplaceTheUsualOnes() throws Exception {
        use(Trust.also(certificate.pem()));
        var another = TestCertificate.of("dns:shop.test").pem();
        assertThat(ask(named("shop.test"), new TlsTerms(NONE, Optional.of(another), true, "shop")))
                .isEqualTo(notTrusted());
    }

    @Test
    void aCheckCanAcceptAnyCertificate() throws Exception {
        assertThat(ask(pod(), new TlsTerms(NONE, NONE, false, "shop"))).isInstanceOf(Response.class);
    }

    @Test
    void anExpiredCertificateIsSaidToBe() {
        var failure = new SSLHandshakeException("PKIX path validation failed");
        failure.initCause(new CertPathValidatorException("quoted", new CertificateExpiredException("quoted")));
        assertThat(Failures.reason(failure)).isEqualTo("the certificate has expired");
    }

    @Test
    void authoritiesThatCannotBeReadAreSaid() throws Exception {
        assertThat(ask(pod(), new TlsTerms(NONE, Optional.of("no certificate"), true, "shop")))
                .isEqualTo(new NotAsked("the certificates of the authorities to trust cannot be read"));
    }

    @Test
    void aServerThatSpeaksNoTlsIsNoAnswer() throws Exception {
        try (var mail = new ServerSocket(0, 1, ADDRESS)) {
            var greeting = Thread.ofVirtual().start(() -> greet(mail));
            var answer = ask(new Endpoint.OfPod("https", "127.0.0.7", mail.getLocalPort()), TlsTerms.USUAL);
            assertThat(answer).isEqualTo(new NoAnswer("TLS could not be agreed on"));
            greeting.join();
        }
    }

    private static void greet(ServerSocket mail) {
        try (var connection = mail.accept()) {
            connection.getOutputStream().write("220 mail ESMTP\r\n".getBytes(StandardCharsets.US_ASCII));
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpAnswer ask(Endpoint to, TlsTerms terms) throws InterruptedException {
        var timeout = WaitLimit.LONGEST;
        return fetcher.fetch(
                new Fetch(to, "GET", "/", Map.of(), Optional.empty(), Fetch.AnswerNeeds.ALL, terms, timeout));
    }

    private void use(Trust trust) {
        fetcher.close();
        fetcher = fetcher(trust);
    }

    private static SafeFetcher fetcher(Trust trust) {
        var rules = FetchRules.allowing(true, List.of(), Set.of(), _ -> false);
        return new SafeFetcher(rules, _ -> List.of(ADDRESS), trust, Caps.DEFAULT);
    }

    private static NoAnswer notTrusted() {
        return new NoAnswer("the certificate is not trusted for this host");
    }

    private static Endpoint named(String host) {
        return new Endpoint.WrittenEndpoint("https", host, server.getAddress().getPort());
    }

    private static Endpoint pod() {
        return new Endpoint.OfPod("https", "127.0.0.7", server.getAddress().getPort());
    }
}
