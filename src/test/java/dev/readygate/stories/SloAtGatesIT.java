package dev.readygate.stories;

import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readygate.api.v1alpha1.CheckOutcome;
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

/** An objective at the gates Admit, Serve and Stay, on a real Prometheus, after a revision that spent the whole budget. */
@ExtendWith(ClusterExtension.class)
class SloAtGatesIT {
    private static final Release SPENDING = Release.good("v1").with("SIM_TRAFFIC", "rps=50 latency=10ms errors=20%");
    private static final Release FIX = Release.good("v2").with("SIM_TRAFFIC", "rps=50 latency=10ms");
    private static final Release NO_FIX = Release.good("v3").with("SIM_TRAFFIC", "rps=50 latency=10ms errors=50%");

    private static final String POLICY = """
            mode: Enforce
            selector: {}
            rollout: {onFailure: Hold, soak: 20s}
            checks:
            - {name: budget, gate: Admit, every: 1s, failAfter: 2, slo: {exemptLabel: hotfix=yes, %1$s}}
            - {name: serving, gate: Serve, every: 1s, failAfter: 2, slo: {exemptLabel: hotfix=yes, %1$s}}
            - {name: staying, gate: Stay, every: 1s, failAfter: 2, slo: {%1$s}}
            """.formatted("""
                objective: 99%, window: 1h, ratio: {
                errors: 'http_requests_total{namespace="{{namespace}}",pod=~"{{pods}}",code=~"5.."}',
                total: 'http_requests_total{namespace="{{namespace}}",pod=~"{{pods}}"}'}""");

    private static Prometheus prometheus;
    private static Operator operator;

    @BeforeAll
    static void start(Cluster cluster) {
        prometheus = cluster.prometheus();
        operator = cluster.operatorWith(Map.of("READYGATE_PROMETHEUS_ADDRESS", prometheus.address()));
    }

    @AfterAll
    static void stop() {
        operator.close();
        prometheus.close();
    }

    @Test
    void aSpentBudgetBlocksTheNextReleaseAndNotTheFix(Namespace shop) {
        // It serves before there is a policy, so it is the baseline: gate Admit is never shut for a first revision.
        var cart = shop.deploy("cart", SPENDING).waitUntil("to serve", App::isRolledOut);
        shop.policy("objective", POLICY);
        cart.waitUntilCheckIs("budget", CheckOutcome.Fail);
        cart.waitUntil("gate Admit to be closed", it -> ClosedIT.denies(it, FIX, "budget: "));
        assertThatThrownBy(() -> cart.release(FIX)).hasMessageContaining("budget: ");

        cart.kubectl("label", "hotfix=yes");
        cart.release(FIX).waitUntilVerified();

        assertThat(cart).serves(FIX, 3).hasNoPodsOf(SPENDING);
        assertThat(message(cart, "budget"))
                .contains("let through by its label hotfix=yes", "of the error budget is left");

        cart.release(NO_FIX)
                .waitUntil(
                        "to burn the budget too fast by itself",
                        it -> message(it, "staying")
                                .matches(".*since it takes all traffic.*the error budget burns .*"));
        cart.waitUntil("the news", it -> it.news().contains("Held"));
    }

    private static String message(App app, String check) {
        return app.check(check).orElseThrow().message();
    }
}
