package dev.readygate.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.api.v1alpha1.Verdict;
import dev.readygate.testing.App;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Operator;
import dev.readygate.testing.Prometheus;
import dev.readygate.testing.Release;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ClusterExtension.class)
class PrometheusIT {
    private static final String FINE = "rps=50 latency=30ms";
    private static final Release V1 = Release.good("v1").with("SIM_TRAFFIC", FINE);
    private static final Release V2 = Release.good("v2").with("SIM_TRAFFIC", FINE);
    private static final Release SLOW = Release.good("v3").with("SIM_TRAFFIC", "rps=50 latency=900ms");

    private static final String POLICY = """
            mode: Enforce
            selector: {}
            rollout: {onFailure: Hold, soak: 0s}
            checks:
            - name: latency
              every: 1s
              failAfter: 2
              metric:
                query: |
                  sum(rate(http_server_request_duration_seconds_sum{namespace="{{namespace}}",deployment="{{deployment}}"}[{{window}}]))
                  / sum(rate(http_server_request_duration_seconds_count{namespace="{{namespace}}",deployment="{{deployment}}"}[{{window}}]))
                window: 5s
                max: 0.2
                unit: s
            - name: availability
              every: 1s
              failAfter: 2
              slo:
                objective: 99%
                window: 1m
                ratio:
                  errors: http_requests_total{namespace="{{namespace}}",pod=~"{{pods}}",code=~"5.."}
                  total: http_requests_total{namespace="{{namespace}}",pod=~"{{pods}}"}
                burnRates: [{long: 10s, short: 5s, factor: 5}]
            - name: no-slower
              gate: Serve
              every: 1s
              failAfter: 2
              compare:
                query: |
                  rate(http_server_request_duration_seconds_sum{namespace="{{namespace}}",pod=~"{{pods}}",http_route="/",http_response_status_code="200"}[5s])
                  / rate(http_server_request_duration_seconds_count{namespace="{{namespace}}",pod=~"{{pods}}",http_route="/",http_response_status_code="200"}[5s])
                window: 10s
                maxRatio: 3
                rankTest: {}
                minSamples: 4
            """;

    private static Prometheus prometheus;
    private static Operator operator;

    @BeforeAll
    static void start(Cluster cluster) {
        prometheus = cluster.prometheus();
    }

    @AfterAll
    static void stop() {
        operator.close();
        prometheus.close();
    }

    @Test
    void isBelievedWhileItTellsAndMissedWhenItIsGone(Namespace shop) {
        operator = shop.cluster().operatorWith(Map.of("READYGATE_PROMETHEUS_ADDRESS", prometheus.address()));
        var cart = shop.deploy("cart", V1);
        shop.policy("numbers", POLICY);
        cart.waitUntilCheckIs("latency", CheckOutcome.Pass).waitUntilCheckIs("availability", CheckOutcome.Pass);

        cart.release(V2).waitUntilCheckIs("no-slower", CheckOutcome.Pass).waitUntilVerified();
        assertThat(cart.status().orElseThrow().slos().getFirst().attained()).isEqualTo(100);

        cart.allPodsNow("traffic", "rps=50 latency=900ms").waitUntilCheckIs("latency", CheckOutcome.Fail);
        assertThat(message(cart, "latency")).matches("0\\.\\d+ s over 5s, expected at most 0\\.2 s");
        cart.allPodsNow("traffic", "rps=50 latency=30ms errors=20%")
                .waitUntilCheckIs("availability", CheckOutcome.Fail);
        assertThat(message(cart, "availability")).contains("objective 99%");
        cart.allPodsNow("traffic", FINE).waitUntilCheckIs("latency", CheckOutcome.Pass);

        cart.release(SLOW).waitUntilCheckIs("no-slower", CheckOutcome.Fail);
        assertThat(message(cart, "no-slower")).matches("new pods have 0\\.\\d+ against 0\\.\\d+ .*limit 3 times.*");

        prometheus.close();
        cart.waitUntilCheckIs("latency", CheckOutcome.Unknown).waitUntilCheckIs("availability", CheckOutcome.Unknown);
        cart.waitUntilReported("little to be known", it -> it.coverage() < 100 && it.verdict() != Verdict.Pass);
        assertThat(message(cart, "latency")).contains("no data: Prometheus gave no answer");
    }

    private static String message(App app, String check) {
        return app.check(check).orElseThrow().message();
    }
}
