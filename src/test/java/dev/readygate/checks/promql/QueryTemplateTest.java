package dev.readygate.checks.promql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTemplateTest {
    private static final Bindings CART = Bindings.of("shop", "cart.v2")
            .with(Variable.window, "5m")
            .with(Variable.hash, "7c9d6b5f4b")
            .withPods(Variable.newPods, List.of("cart.v2-b", "cart.v2-a"))
            .withPods(Variable.oldPods, List.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '\0',
            value = {
                "up{namespace=\"{{namespace}}\"}                     § up{namespace=\"shop\"}",
                "up{d=\"{{deployment}}\",e=~'{{ deployment }}-.*'}   § up{d=\"cart.v2\",e=~'cart[.]v2-.*'}",
                "up{e!~`{{deployment}}`}                             § up{e!~`cart[.]v2`}",
                "rate(x{pod=~\"{{newPods}}\"}[{{window}}])           § rate(x{pod=~\"cart[.]v2-a|cart[.]v2-b\"}[5m])",
                "x{pod=~\"{{oldPods}}\"}                             § x{pod=~\"-none-\"}",
                "x{a=\"\\\"{{hash}}\"}                               § x{a=\"\\\"7c9d6b5f4b\"}",
                "x{a=`\\`,b=\"{{hash}}\"}                           § x{a=`\\`,b=\"7c9d6b5f4b\"}",
                "x # up to the end \"                               § x # up to the end \""
            })
    void fillsInNamesAsNamesAndAsPatterns(String template, String expected) {
        assertThat(new QueryTemplate(template).fill(CART)).isEqualTo(expected);
    }

    @Test
    void aValueNeverEndsTheStringItStandsIn() {
        var evil = Bindings.of("a\"} or vector(1) or x{a=\"", "d\\");

        assertThat(new QueryTemplate("x{n=\"{{namespace}}\",d='{{deployment}}'}").fill(evil))
                .isEqualTo("x{n=\"a\\\"} or vector(1) or x{a=\\\"\",d='d\\\\'}");
    }

    @Test
    void podsAreThoseOfTheDeploymentAndOfNoOther() {
        var pattern = Bindings.of("shop", "cart").value(Variable.pods);

        assertThat("cart-7c9d6b5f4b-x2x9z").matches(pattern);
        assertThat("cart-db-7c9d6b5f4b-x2x9z").doesNotMatch(pattern);
        assertThat("cart-0").doesNotMatch(pattern);
    }

    @Test
    void podsOfALongNameAreFoundThoughTheirNamesAreCut() {
        var deployment = "a".repeat(63);

        assertThat("a".repeat(58) + "x2x9z")
                .matches(Bindings.of("shop", deployment).value(Variable.pods));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x{a=\"{{app}}\"}",
                "x{a=\"{{deployment\"}",
                "x{a={{deployment}}}",
                "x{pod=\"{{pods}}\"}",
                "sum({{namespace}})"
            })
    void whatCannotBeFilledInIsAMistake(String template) {
        assertThat(new QueryTemplate(template).mistake()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x{a=\"{{deployment}}\"}",
                "rate(x{pod=~\"{{pods}}\"}[{{window}}])",
                "x # don't\n + y{a=\"{{deployment}}\"}",
                "1 + 1"
            })
    void whatCanBeFilledInIsNone(String template) {
        assertThat(new QueryTemplate(template).mistake()).isEmpty();
    }

    @Test
    void anUnknownVariableIsToldWithThoseThereAre() {
        assertThat(new QueryTemplate("x{a=\"{{app}}\"}").mistake().orElseThrow())
                .contains("{{app}}", "{{deployment}}", "{{oldPods}}");
    }

    @ParameterizedTest
    @CsvSource({"hash,true", "newPods,true", "oldPods,true", "pods,false", "namespace,false", "window,false"})
    void onlyWhatNamesARevisionTellsRevisions(Variable variable, boolean tells) {
        assertThat(new QueryTemplate("x{a=~\"{{%s}}\"}".formatted(variable)).tellsRevisions())
                .isEqualTo(tells);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x{a=\"b\"}", "{__name__=\"x\"}", " x "})
    void seriesByTheirLabelsAreAPlainSelector(String text) {
        assertThat(PromqlExpression.isPlainSelector(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x[5m]", "sum(x)", "x + y", "x{", "Inf"})
    void anythingElseIsNone(String text) {
        assertThat(PromqlExpression.isPlainSelector(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"46,false", "47,true"})
    void aNameIsLongWhereItsPodsNamesMayBeCut(int length, boolean isLong) {
        assertThat(Bindings.hasLongName("a".repeat(length))).isEqualTo(isLong);
    }

    @Test
    void aBackquoteOfAValueIsLeftOutWhereNothingCanEscapeIt() {
        var evil = Bindings.of("a`b", "c\\d");

        assertThat(new QueryTemplate("x{n=`{{namespace}}`,d=`{{deployment}}`}").fill(evil))
                .isEqualTo("x{n=`ab`,d=`c\\d`}");
    }
}
