package dev.readygate.checks.promql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** N stands for the matchers of namespace and Deployment, P for those of namespace and pods. */
class GroupedTest {
    private static final String N = "namespace=\"{{namespace}}\",deployment=\"{{deployment}}\"";
    private static final String P = "namespace=\"{{namespace}}\",pod=~\"{{pods}}\"";
    private static final String ALL = "namespace!=\"\",deployment!=\"\"";

    private static Optional<Grouped> grouped(String text) {
        return Grouped.of(new Template(text.replace("{N", "{" + N).replace("{P", "{" + P)), Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '\0',
            value = {
                "up{N}                          § up{@}",
                "sum(rate(x{N,code=~'5..'}[{{window}}])) § sum by (namespace, deployment) (rate(x{@,code=~'5..'}[{{window}}]))",
                "max by (le) (x{N}) * 2         § (max by (le, namespace, deployment) (x{@}) * 2)",
                "1 - sum(a{N}) / sum(b{N})      § (1 - (sum by (namespace, deployment) (a{@}) / sum by (namespace, deployment) (b{@})))",
                "histogram_quantile(0.9, sum(rate(h{N}[5m])) by (le)) "
                        + "§ histogram_quantile(0.9, sum by (le, namespace, deployment) (rate(h{@}[5m])))",
                "sum(a{N}) or vector(0)         § sum by (namespace, deployment) (a{@})",
                "(sum(a{N}) or vector(0)) / sum(b{N}) § ((sum by (namespace, deployment) (a{@}) or "
                        + "(0 * group by (namespace, deployment) (sum by (namespace, deployment) (b{@})))) / "
                        + "sum by (namespace, deployment) (b{@}))"
            })
    void oneQueryIsMadeOfMany(String one, String all) {
        assertThat(grouped(one.replace("'", "\"")).map(it -> it.template().text()))
                .contains(all.replace("@", ALL).replace("'", "\""));
    }

    @Test
    void podsTellTheirDeployment() {
        assertThat(grouped("sum(rate(x{P}[5m]))").orElseThrow().template().text())
                .startsWith("sum by (namespace, readygate_deployment) (label_replace(rate(x{namespace!=\"\",pod=~\".+-")
                .contains("[5m]), \"readygate_deployment\", \"$1\", \"pod\", \"(.+)-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up{namespace=\"{{namespace}}\"}",
                "up{deployment=\"{{deployment}}\"}",
                "up",
                "sum(a{N}) / sum(b)",
                "sum(a{N}) / sum(b{P})",
                "sum(a{N,pod=~\"{{newPods}}\"})",
                "sum(a{N,other=\"{{hash}}\"})",
                "a{N} / sum(b{N})",
                "topk(3, a{N})",
                "sum without (pod) (a{N})",
                "a{N} * on (pod) b{N}",
                "a{N} offset 5m",
                "max_over_time(a{N}[5m:1m])",
                "absent(a{N})",
                "sum(a{N}) + (sum(b{N}) or vector(0)) + vector(1)",
                "(sum(a{N}) or vector(0)) / (sum(b{N}) or vector(1))",
                "sum by (deployment) (a{N})",
                "(sum(a{N}) or vector(0)) * 2",
                "a{N} or vector(0)",
                "sum(a{N}",
                "a{N} unless b{N}",
                "1"
            })
    void whatIsNotUnderstoodIsLeftAlone(String text) {
        assertThat(grouped(text)).isEmpty();
    }

    @Test
    void aNumberForThoseWithoutSeriesIsRemembered() {
        assertThat(grouped("sum(a{N}) or vector(3)").orElseThrow().otherwise()).contains(3.0);
    }

    @Test
    void whatMayNotBeOldIsNotLookedAtWhenItIs() {
        var young = new Template("sum(a{b=\"c\"}) / sum(rate(d[5m]))").notOlderThan(Duration.ofMinutes(1));

        assertThat(young.text())
                .isEqualTo("(sum((a{b=\"c\"} and (timestamp(a{b=\"c\"}) >= (time() - 60)))) / sum(rate(d[5m])))");
        assertThat(new Template("topk(1, a)")
                        .notOlderThan(Duration.ofMinutes(1))
                        .text())
                .isEqualTo("topk(1, a)");
        assertThat(new Template("a").notOlderThan(Duration.ofMinutes(5)).text()).isEqualTo("a");
    }
}
