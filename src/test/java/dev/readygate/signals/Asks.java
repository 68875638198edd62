package dev.readygate.signals;

import dev.readygate.checks.Ask;
import dev.readygate.checks.Ask.Pace;
import dev.readygate.checks.Request;
import dev.readygate.checks.Request.Header;
import dev.readygate.checks.Request.Method;
import dev.readygate.checks.answer.Endpoint;
import dev.readygate.checks.answer.ExpectedAnswer;
import dev.readygate.checks.answer.Tls;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Question;
import dev.readygate.facts.Reading.Patience;
import dev.readygate.facts.Sample;
import dev.readygate.facts.Target;
import dev.readygate.signals.fetch.SafeFetcher;
import dev.readygate.signals.prometheus.Installation;
import dev.readygate.signals.prometheus.MetricProber;
import dev.readygate.signals.prometheus.PrometheusClient;
import dev.readygate.testing.WaitLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Asks for tests: everything has a default, and a test changes single values. */
record Asks(String check, String pod, Duration every, Duration timeout, Instant notBefore, Endpoint to) {
    static final DeploymentRef CART = new DeploymentRef("shop", "cart", "uid-cart");
    static final DeploymentRef BANK = new DeploymentRef("bank", "till", "uid-till");
    static final Patience AT_ONCE = new Patience(1, 1);

    /** The threads of all tests; they end with the JVM. */
    static final FairThreads THREADS = new FairThreads(2);

    static Asks healthOf(String pod) {
        var to = new Endpoint.OfPod("http", "127.0.0.1", 1);
        return new Asks("health", pod, Duration.ofMillis(50), WaitLimit.LONGEST, Instant.now(), to);
    }

    Asks every(Duration other) {
        return new Asks(check, pod, other, timeout, notBefore, to);
    }

    Asks within(Duration other) {
        return new Asks(check, pod, every, other, notBefore, to);
    }

    Asks notBefore(Instant other) {
        return new Asks(check, pod, every, timeout, other, to);
    }

    Asks at(String host) {
        return at(new Endpoint.OfPod("http", host, 1));
    }

    Asks at(Endpoint other) {
        return new Asks(check, pod, every, timeout, notBefore, other);
    }

    Ask build() {
        return build(AT_ONCE);
    }

    Ask build(Patience patience) {
        var question = new Question(check, every, new Target.OnePod(pod));
        return new Ask(question, new Pace(every, timeout, notBefore), patience, http("/health"));
    }

    Request.Http http(String path, Header... headers) {
        return new Request.Http(to, Method.GET, path, List.of(headers), Tls.USUAL, ExpectedAnswer.ofStatus("200-299"));
    }

    static MetricProber noPrometheus(SafeFetcher fetcher) {
        var clock = InstantSource.system();
        return new MetricProber(new PrometheusClient(Installation.none(), fetcher, clock), clock);
    }

    static Sample pass() {
        return new Sample(Instant.now(), Outcome.Pass, "200", "answered 200");
    }

    static Sample fail(String value) {
        return new Sample(Instant.now(), Outcome.Fail, value, "answered " + value);
    }
}
