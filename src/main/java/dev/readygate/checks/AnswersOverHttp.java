package dev.readygate.checks;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.HttpCheck;
import dev.readygate.api.v1alpha1.HttpHeader;
import dev.readygate.api.v1alpha1.ProbeTarget;
import dev.readygate.checks.Request.Header;
import dev.readygate.facts.Pod;
import java.util.List;
import java.util.Optional;

/** Every pod answers an HTTP request as expected. */
record AnswersOverHttp(CheckSpec spec, HttpCheck http) implements Check {

    @Override
    public Finding evaluate(Subject subject) {
        return about().ofAll(pods(subject), subject);
    }

    @Override
    public Finding evaluate(Subject subject, Pod pod) {
        return about().ofOne(pod, subject);
    }

    @Override
    public List<Ask> asks(Subject subject) {
        return about().asks(pods(subject), subject, this::request);
    }

    private PodAnswers about() {
        return new PodAnswers(spec, http.expect().status());
    }

    private List<Pod> pods(Subject subject) {
        return switch (http.target()) {
            case NewPods -> subject.newPods();
            case AllPods -> subject.allPods();
            case Service, Url -> List.of();
        };
    }

    /** Nobody is asked at a port that the pod does not have. */
    private Optional<Request> request(Pod pod, String address) {
        return port(pod)
                .map(port -> new Request.Http(
                        new Endpoint.OfPod(http.schemeOrHttp().name().toLowerCase(), address, port),
                        Request.Method.valueOf(http.methodOrGet().name()),
                        http.pathOrRoot(),
                        http.headers().stream().map(AnswersOverHttp::header).toList(),
                        new HttpExpectation(StatusRanges.parse(http.expect().status()))));
    }

    private Optional<Integer> port(Pod pod) {
        if (http.port() == null) {
            return pod.firstPort();
        }
        return http.port().number().or(() -> http.port().name().map(pod.ports()::get));
    }

    private static Header header(HttpHeader header) {
        return header.secretKeyRef() == null
                ? new Header.Plain(header.name(), header.value())
                : new Header.FromSecret(
                        header.name(),
                        header.secretKeyRef().name(),
                        header.secretKeyRef().key());
    }

    /** Whether this version can ask it at all; what it cannot is said, not silently passed. */
    static Optional<String> unsupported(HttpCheck http) {
        if (http.target() == ProbeTarget.Service || http.target() == ProbeTarget.Url) {
            return Optional.of("target " + http.target());
        }
        if (http.expect().body() != null) {
            return Optional.of("expect.body");
        }
        if (!http.expect().headers().isEmpty()) {
            return Optional.of("expect.headers");
        }
        return http.expect().maxLatency() != null ? Optional.of("expect.maxLatency") : Optional.empty();
    }
}
