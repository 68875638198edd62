package dev.readygate.checks.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.checks.RolloutScene;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** At gate Start no pod of the new revision runs, so no check can ask it. */
class AtGateStartTest {
    private static Optional<String> mistake(String gate, String kind) {
        return Mistakes.in(RolloutScene.spec("{name: it, gate: %s, %s}".formatted(gate, kind)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http: {path: /health}",
                "http: {path: /health, target: NewPods}",
                "tcp: {port: 80}",
                "grpc: {}",
                "compare: {query: 'errors{pod=~\"{{newPods}}\"}', maxRatio: 2}",
                "metric: {query: 'errors{hash=\"{{hash}}\"}', max: '1'}",
                "job: {template: {spec: {template: {spec: {containers: [{name: a, image: b}]}}}}}"
            })
    void whatAsksNewPodsIsRefusedWithAdvice(String kind) {
        assertThat(mistake("Start", kind).orElseThrow()).contains("gate Start").contains("set gate to Serve");
        assertThat(mistake("Serve", kind)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http: {path: /health, target: AllPods}",
                "http: {path: /health, target: Service}",
                "http: {url: 'https://status.example/'}",
                "metric: {query: 'errors{pod=~\"{{pods}}\"}', max: '1'}",
                "approval: {groups: [managers]}",
                "evidence: {type: tests}",
                "manifest: {pack: probes}",
                "verified: {namespace: staging}",
                "window: {}",
                "slo: {objective: 99.9%, window: 28d, ratio: {errors: bad, total: all}}"
            })
    void anythingElseIsAsked(String kind) {
        assertThat(mistake("Start", kind)).isEmpty();
    }
}
