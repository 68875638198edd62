package dev.readygate.checks.promql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
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
        return Grouped.of(new QueryTemplate(text.replace("{N", "{" + N).replace("{P", "{" + P)), Duration.ofMinutes(5));
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
                        + "sum by (namespace, deployment) (b{@}))",
                "sum(a{N}) / (sum(b{N}) or vector(1)) § (sum by (namespace, deployment) (a{@}) / "
                        + "(sum by (namespace, deployment) (b{@}) or "
                        + "(1 * group by (namespace, deployment) (sum by (namespace, deployment) (a{@})))))",
                "-a{N}                          § (-a{@})",
                "abs(a{N})                      § abs(a{@})",
                "a{N} / b{N}                    § (a{@} / b{@})",
                "{__name__='up',N}              § {__name__='up',@}",
                "sum by (le) (a{N}) / sum by (le) (b{N}) "
                        + "§ (sum by (le, namespace, deployment) (a{@}) / sum by (le, namespace, deployment) (b{@}))",
                "sum(a{N}) * sum by (le) (b{N}) "
                        + "§ (sum by (namespace, deployment) (a{@}) * sum by (le, namespace, deployment) (b{@}))",
                "histogram_quantile(0.9, a{N})  § histogram_quantile(0.9, a{@})",
                "histogram_quantile(0.9, sum by (le, pod) (a{N})) "
                        + "§ histogram_quantile(0.9, sum by (le, pod, namespace, deployment) (a{@}))"
            })
    void oneQueryIsMadeOfMany(String one, String all) {
        assertThat(grouped(one.replace(",N}", "," + N + "}").replace("'", "\""))
                        .map(it -> it.template().text()))
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
                "a{N}[5m]",
                "abs(sum by (le) (a{N})) or vector(0)",
                "histogram_quantile(0.9, sum by (le, pod) (a{N})) or vector(0)",
                "sum(a{N}) / sum by (le) (b{N}) or vector(0)",
                "sum by (le) (a{N}) / sum(b{N}) or vector(0)",
                "a{N} / b{N} or vector(0)",
                "sum(a{N}) / b{N}",
                "sum(a{N}) + abs(1)",
                "sum(a{N}) + sum(1)",
                "sum(a{N}, a{N})",
                "sum by (namespace) (a{N})",
                "(a{N} or vector(0)) / sum(b{N})",
                "(sum(a{N}) or vector(0)) / b{N}",
                "(sum(a{N}) + vector(1)) * 2",
                "(sum(a{N}) or vector(0)) or sum(b{N})",
                "sum(b{N}) or (sum(a{N}) or vector(0))",
                "sum(a{N}) or 1",
                "sum(a{N}) or vector(b{N})",
                "sum(a{N}) and vector(1)",
                "sum(a{N,app=\"{{app}}\"})",
                "sum(a{N}) & 1",
                "sum(a{N}) + \"1\"",
                "sum(a{N}) / {{window}}",
                "sum(rate(a{N}[{{hash}}]))",
                "sum(rate(a{N}[x]))",
                "a{N,other=other}",
                "a{N} +",
                "by",
                "1"
            })
    void whatIsNotUnderstoodIsLeftAlone(String text) {
        assertThat(grouped(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up{namespace=\"{{namespace}}\",exported=\"{{namespace}}\",deployment=\"{{deployment}}\"}",
                "up{namespace=\"{{namespace}}\",deployment=\"{{deployment}}\",pod=~\"{{pods}}\"}"
            })
    void whatPicksItsDeploymentInTwoWaysIsLeftAlone(String text) {
        assertThat(grouped(text)).isEmpty();
    }

    @Test
    void whatNamesItsNamespaceTwiceByTheSameLabelIsUnderstood() {
        assertThat(grouped("up{namespace=\"{{namespace}}\",N}".replace("N}", N + "}")))
                .get()
                .extracting(it -> it.whose().namespace())
                .isEqualTo("namespace");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x1f", "1d", "5m", "Inf"})
    void aNumberJavaReadsOtherwiseIsNotUnderstood(String number) {
        assertThat(grouped("sum(a{N}) or vector(%s)".formatted(number))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,0", ".5,0.5", "1.,1", "1e3,1000", "2.5E-1,0.25"})
    void aDecimalNumberIsUnderstoodHoweverItIsWritten(String number, double meant) {
        assertThat(grouped("sum(a{N}) or vector(%s)".formatted(number))
                        .orElseThrow()
                        .otherwise())
                .contains(meant);
    }

    @Test
    void aSeriesTellsWhoseItIs() {
        var owner = grouped("up{N}").orElseThrow().owner(Map.of("namespace", "shop", "deployment", "cart"));

        assertThat(owner).isEqualTo(new Grouped.SeriesOwner("shop", "cart"));
    }

    @Test
    void labelsAddedForUsAreTakenOffAgain() {
        var sum = grouped("sum(a{N})").orElseThrow();

        assertThat(sum.isOurs("namespace")).isTrue();
        assertThat(sum.isOurs("deployment")).isTrue();
        assertThat(sum.isOurs("code")).isFalse();
    }

    @Test
    void labelsASeriesHadAnywayAreLeft() {
        var plain = grouped("up{N}").orElseThrow();
        var ofPods = grouped("up{P}").orElseThrow();

        assertThat(plain.isOurs("namespace")).isFalse();
        assertThat(ofPods.isOurs("namespace")).isFalse();
        assertThat(ofPods.isOurs("readygate_deployment")).isTrue();
    }

    @Test
    void aLongNameCannotBeReadFromThoseOfItsPods() {
        var longName = "a".repeat(60);

        assertThat(grouped("up{P}").orElseThrow().answersFor("cart")).isTrue();
        assertThat(grouped("up{P}").orElseThrow().answersFor(longName)).isFalse();
        assertThat(grouped("up{N}").orElseThrow().answersFor(longName)).isTrue();
    }

    @Test
    void aGroupedQueryDoesNotLookAtOldSamplesEither() {
        var young = Grouped.of(new QueryTemplate("sum(-a{%s})".formatted(N)), Duration.ofMinutes(1));

        assertThat(young.orElseThrow().template().text())
                .isEqualTo("sum by (namespace, deployment) ((-(a{%1$s} and (timestamp(a{%1$s}) >= (time() - 60)))))"
                        .formatted(ALL));
    }

    @Test
    void aNumberForThoseWithoutSeriesIsRemembered() {
        assertThat(grouped("sum(a{N}) or vector(3)").orElseThrow().otherwise()).contains(3.0);
    }

    @Test
    void whatMayNotBeOldIsNotLookedAtWhenItIs() {
        var young = new QueryTemplate("sum(a{b=\"c\"}) / sum(rate(d[5m]))").notOlderThan(Duration.ofMinutes(1));

        assertThat(young.text())
                .isEqualTo("(sum((a{b=\"c\"} and (timestamp(a{b=\"c\"}) >= (time() - 60)))) / sum(rate(d[5m])))");
        assertThat(new QueryTemplate("topk(1, a)")
                        .notOlderThan(Duration.ofMinutes(1))
                        .text())
                .isEqualTo("topk(1, a)");
        assertThat(new QueryTemplate("a").notOlderThan(Duration.ofMinutes(5)).text())
                .isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "-a                § (-(a and (timestamp(a) >= (time() - 60))))",
                "abs(a)            § abs((a and (timestamp(a) >= (time() - 60))))",
                "a or vector(0)    § ((a and (timestamp(a) >= (time() - 60))) or vector(0))",
                "clamp_max(a, Inf) § clamp_max((a and (timestamp(a) >= (time() - 60))), Inf)",
                "a * NaN           § ((a and (timestamp(a) >= (time() - 60))) * NaN)"
            })
    void onlySeriesCanBeOld(String query, String young) {
        assertThat(new QueryTemplate(query).notOlderThan(Duration.ofMinutes(1)).text())
                .isEqualTo(young);
    }

    @Test
    void whatIsRecentAlreadyStaysAsItIs() {
        var freshness = new Freshness(Duration.ofMinutes(1));
        var once = freshness.of(PromqlExpression.of("sum(a)").orElseThrow());

        assertThat(freshness.of(once)).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 * sum(a{N})",
                "sum(a{N}) * 2",
                "sum(a{N}) / sum(b{N})",
                "-sum(a{N})",
                "histogram_quantile(0.9, sum by (le) (a{N}))"
            })
    void whatHasNoLabelsOfItsOwnMayBeMissingAndHaveANumberInstead(String text) {
        assertThat(grouped(text + " or vector(7)")).get().satisfies(it -> {
            assertThat(it.otherwise()).contains(7.0);
            assertThat(it.isOurs("namespace")).isTrue();
        });
    }

    @Test
    void seriesPairedByTheirOwnLabelsKeepThem() {
        assertThat(grouped("a{N} / b{N}").orElseThrow().isOurs("namespace")).isFalse();
    }
}
