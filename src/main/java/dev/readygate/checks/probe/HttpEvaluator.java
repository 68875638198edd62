package dev.readygate.checks.probe;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.HttpCheck;
import dev.readygate.api.v1alpha1.HttpCheck.HttpHeader;
import dev.readygate.checks.CheckType;
import dev.readygate.checks.Request;
import dev.readygate.checks.Request.Header;
import dev.readygate.checks.answer.Endpoint;
import dev.readygate.checks.answer.ExpectedAnswer;
import dev.readygate.checks.answer.Tls;
import dev.readygate.checks.answer.Url;
import java.util.Locale;
import java.util.Optional;

/** An HTTP request is answered as expected. */
public record HttpEvaluator(CheckSpec spec, HttpCheck http) implements Probe {
    public static final CheckType<HttpCheck> TYPE = CheckType.of(
                    HttpCheck.class, (spec, http) -> new HttpEvaluator(spec, http).check())
            .mistakes((spec, http) -> ExpectedAnswer.mistake(http.expect())
                    .or(() -> headerOfTheSender(http))
                    .or(() -> ProbeTargets.of(http).mistakeAt(spec.gate())))
            .notAtAdmit(CheckType.NEEDS_PODS);

    @Override
    public ProbeTargets whom() {
        return ProbeTargets.of(http);
    }

    @Override
    public String asked() {
        return http.methodOrGet() + " " + path();
    }

    /** A policy's path shows its query anyway; that of an address may hold a key. */
    private String path() {
        return http.url() == null ? http.pathOrRoot() : pathAndQuery().split("\\?", 2)[0];
    }

    @Override
    public String limit() {
        return ExpectedAnswer.of(http.expect()).limit();
    }

    @Override
    public String scheme() {
        return http.schemeOrHttp().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Request to(Endpoint endpoint) {
        return new Request.Http(
                endpoint,
                Request.Method.valueOf(http.methodOrGet().name()),
                pathAndQuery(),
                http.headers().stream().map(HttpEvaluator::header).toList(),
                Tls.of(http.tls()),
                ExpectedAnswer.of(http.expect()));
    }

    private String pathAndQuery() {
        return http.url() != null && Url.parse(http.url()) instanceof Url.Valid url
                ? url.pathAndQuery()
                : http.pathOrRoot();
    }

    private static Optional<String> headerOfTheSender(HttpCheck http) {
        return http.headers().stream()
                .map(HttpHeader::name)
                .filter(Header::isOurs)
                .findFirst()
                .map("the header %s may not be set: whoever sends the request sets it"::formatted);
    }

    private static Header header(HttpHeader header) {
        var kept = header.secretKeyRef();
        return kept == null
                ? new Header.Plain(header.name(), header.value())
                : new Header.FromSecret(header.name(), new Tls.KeptIn(kept.name(), kept.key()));
    }
}
