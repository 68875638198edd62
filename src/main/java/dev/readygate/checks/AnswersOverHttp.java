package dev.readygate.checks;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.HttpCheck;
import dev.readygate.api.v1alpha1.HttpHeader;
import dev.readygate.checks.Request.Header;
import dev.readygate.facts.Pod;
import java.util.Locale;
import java.util.Optional;

/** Every pod answers an HTTP request as expected. */
record AnswersOverHttp(CheckSpec spec, HttpCheck http) implements AsksPods {

    @Override
    public PodAnswers answers() {
        var asked = http.methodOrGet() + " " + http.pathOrRoot();
        return new PodAnswers(spec, asked, HttpExpectation.of(http.expect()).limit());
    }

    @Override
    public PodTarget target() {
        return new PodTarget(http.target(), http.port());
    }

    @Override
    public Optional<Request> request(Pod pod, String address) {
        return target().portOf(pod)
                .map(port -> new Request.Http(
                        new Endpoint.OfPod(http.schemeOrHttp().name().toLowerCase(Locale.ROOT), address, port),
                        Request.Method.valueOf(http.methodOrGet().name()),
                        http.pathOrRoot(),
                        http.headers().stream().map(AnswersOverHttp::header).toList(),
                        PodTarget.terms(http.tls()),
                        HttpExpectation.of(http.expect())));
    }

    private static Header header(HttpHeader header) {
        var kept = header.secretKeyRef();
        return kept == null
                ? new Header.Plain(header.name(), header.value())
                : new Header.FromSecret(header.name(), new Tls.KeptIn(kept.name(), kept.key()));
    }

    /** Whether this version can ask it at all. */
    static Optional<String> unsupported(HttpCheck http) {
        if (http.headers().stream().anyMatch(it -> it.secretKeyRef() != null) || PodTarget.needsSecret(http.tls())) {
            return Optional.of("values from Secrets");
        }
        return PodTarget.unsupported(http.target());
    }
}
