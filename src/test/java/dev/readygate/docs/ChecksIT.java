package dev.readygate.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.ReadinessPolicy;
import dev.readygate.api.v1alpha1.Verdict;
import dev.readygate.testing.App;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Operator;
import dev.readygate.testing.Outside;
import dev.readygate.testing.Prometheus;
import dev.readygate.testing.Release;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every kind of check of docs/reference/checks.md: at first all pass, then one after another fails. */
@ExtendWith(ClusterExtension.class)
class ChecksIT {
    private static final String BUSY = "rps=50 latency=30ms always";

    /** Shorter windows, for a shorter test; the checks stay the same. */
    private static final Map<String, String> SOONER = Map.of(
            "window: 5m\n      rankTest",
            "window: 10s\n      rankTest",
            "[1m]",
            "[5s]",
            "minSamples: 10",
            "minSamples: 4",
            "window: 1m",
            "window: 10s",
            "every: 5s",
            "every: 1s");

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
    void passThenFailWithValueAndLimitThenAreUnknown(Namespace shop) {
        operator = shop.cluster().operatorWith(Map.of("READYGATE_PROMETHEUS_ADDRESS", prometheus.address()));
        try (var outside = new Outside();
                var staging = shop.cluster().namespaceNamed("staging")) {
            var scene = new ChecksScene(shop, outside);
            scene.open(staging);
            scene.expectAllToPass();
            scene.expectTheComparisonToPass();
            scene.breakOneAfterAnother(staging);
            scene.loseSightOfPrometheus();
        }
    }

    private record ChecksScene(Namespace shop, Outside outside) {
        private static final Release V1 = new Release("registry.example/checkout:4.2", Map.of());
        private static final MarkdownDocument DOCUMENT = MarkdownDocument.all().stream()
                .filter(it -> it.path().equals(Path.of("docs", "reference", "checks.md")))
                .findFirst()
                .orElseThrow();

        void open(Namespace staging) {
            staging.healthPolicy();
            staging.deploy("checkout", V1).waitUntilVerified();
            shop.apply(objects("apiVersion: (apps/)?v1\n(?s:.*)"));
            // First the rollout must be complete: a pod that came later would have no traffic.
            app().waitUntil("to run", App::isRolledOut).allPodsNow("traffic", BUSY);
            shop.apply(objects("apiVersion: policy/v1(?s:.*)"));
            shop.apply(objects("(?s:.*)kind: ReadinessPolicy\n(?s:.*)"));
            shop.apply(objects("(?s:.*)type: unit-tests\n  about: \\{(?s:.*)"));
            annSays("agreed", "Pass");
        }

        /** Names the reported revision: evidence as early as this could be about the one before. */
        private void annSays(String name, String outcome) {
            app().waitUntilReported("its revision", it -> it.revision() != null);
            var hash = app().status().orElseThrow().revision().hash();
            shop.colleague("ann", "release-managers")
                    .states(
                            name,
                            "{type: release-signoff, about: {deployment: checkout, revision: %s}, outcome: %s}"
                                    .formatted(hash, outcome));
        }

        private App app() {
            return shop.app("checkout");
        }

        private String objects(String like) {
            return blocks().filter(it -> it.matches(like)).collect(joining("\n---\n"));
        }

        private Stream<String> blocks() {
            return DOCUMENT.blocks("yaml").stream()
                    .flatMap(it -> Arrays.stream(it.split("(?m)^---\n")))
                    .filter(it -> !it.contains("app: shop"))
                    .map(this::here);
        }

        private String here(String shown) {
            var here = shown.replace("https://status.shop.example/api/summary", outside.url());
            for (var it : SOONER.entrySet()) {
                here = here.replace(it.getKey(), it.getValue());
            }
            return here;
        }

        private List<String> names() {
            return blocks().filter(it -> it.contains("kind: ReadinessPolicy"))
                    .map(it -> Serialization.unmarshal(it, ReadinessPolicy.class))
                    .flatMap(it -> it.getSpec().checks().stream())
                    .map(CheckSpec::name)
                    .toList();
        }

        void expectAllToPass() {
            assertThat(names()).hasSizeGreaterThan(13).doesNotHaveDuplicates();
            names().stream()
                    .filter(it -> !List.of("no-slower", "often").contains(it))
                    .forEach(it -> app().waitUntilCheckIs(it, CheckOutcome.Pass));
            app().waitUntilCheckIs("often", CheckOutcome.NotApplicable);
            assertThat(app().status().orElseThrow().verdict()).isEqualTo(Verdict.Pass);
        }

        void expectTheComparisonToPass() {
            app().kubectl("set env", "SIM_TRAFFIC=" + BUSY);
            app().waitUntilCheckIs("no-slower", CheckOutcome.Pass);
            app().waitUntil("to have taken over", App::isRolledOut);
        }

        void breakOneAfterAnother(Namespace staging) {
            annSays("withdrawn", "Fail");
            expect("release-signoff", "ann");
            shop.apply(objects("(?s:.*)type: unit-tests\n  about: \\{(?s:.*)")
                    .replace("checkout-unit-tests", "later-unit-tests")
                    .replace("failed: 0", "failed: 3"));
            expect("unit-tests", "data.failed == 0");
            shop.cluster().run("kubectl", "delete", "pdb/checkout", "--namespace", shop.name());
            expect("guarded", "add one PodDisruptionBudget");
            changed("hours", "2099-12-20", "2020-12-20");
            expect("no-freeze", "closed for Christmas freeze");
            changed(
                    "smoke",
                    "spec:\n              containers",
                    "metadata: {annotations: {sim.readygate.dev/crash: exit=3}}\n            spec:\n              containers");
            expect("smoke", "failed");
            changed("probes", "tcp: {port: grpc}", "tcp: {port: 9}");
            expect("port-open", "no answer");
            staging.app("checkout")
                    .release(new Release("registry.example/checkout:5.0", Map.of()))
                    .waitUntilVerified();
            expect("verified-in-staging", "staging");
            outside.answers(503);
            expect("status-page", "answered 503", "200-299");
            app().allPodsNow("grpc", "NOT_SERVING");
            expect("serving", "NOT_SERVING");
            app().allPodsNow("traffic", "rps=50 errors=50% always");
            expect("error-rate", "expected at most 0.01");
            expect("availability", "objective 99.5%");
            app().allPodsNow("http", "/health 503");
            expect("healthy", "answered 503", "expected 200");
            expect("front", "answered 503", "200-299");
        }

        private void changed(String policy, String from, String to) {
            var before = objects("(?s:.*)metadata: \\{name: %s}(?s:.*)".formatted(policy));
            assertThat(before).contains(from);
            shop.apply(before.replace(from, to));
        }

        private void expect(String check, String... words) {
            app().waitUntilCheckIs(check, CheckOutcome.Fail);
            assertThat(app().check(check).orElseThrow().message()).contains(words);
        }

        void loseSightOfPrometheus() {
            int before = app().status().orElseThrow().coverage();
            prometheus.close();
            app().waitUntilCheckIs("error-rate", CheckOutcome.Unknown)
                    .waitUntilCheckIs("availability", CheckOutcome.Unknown)
                    .waitUntilReported("less to be known", it -> it.coverage() < before);
            assertThat(app().status().orElseThrow().verdict()).isNotEqualTo(Verdict.Pass);
        }
    }
}
