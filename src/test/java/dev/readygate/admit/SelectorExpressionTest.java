package dev.readygate.admit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Selector;
import dev.readygate.checks.cel.CelExpression;
import dev.readygate.checks.cel.CelResult;
import dev.readygate.checks.cel.CompiledExpression;
import dev.readygate.checks.cel.Vocabulary;
import dev.readygate.checks.cel.Vocabulary.Sort;
import dev.readygate.policy.Selection;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A selector in CEL selects the same objects as in the operator. */
class SelectorExpressionTest {
    private static final List<Map<String, String>> ALL = List.of(
            Map.of(),
            Map.of("app", "cart"),
            Map.of("app", "basket"),
            Map.of("app", "cart", "tier", "web"),
            Map.of("tier", "db"),
            Map.of("it's \"odd\"", ""));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{matchLabels: {app: cart}}",
                "{matchLabels: {app: cart, tier: web}}",
                "{matchExpressions: [{key: app, operator: In, values: [basket, other]}]}",
                "{matchExpressions: [{key: app, operator: NotIn, values: [basket]}]}",
                "{matchExpressions: [{key: tier, operator: Exists}]}",
                "{matchExpressions: [{key: tier, operator: DoesNotExist}]}",
                "{matchLabels: {app: cart}, matchExpressions: [{key: tier, operator: DoesNotExist}]}"
            })
    void inCelMeansTheSame(String yaml) {
        var selector = Serialization.unmarshal("---\n" + yaml, Selector.class);
        var labels = new SelectorExpression(selector);
        var expression = labels.in("labels");

        assertThat(ALL)
                .allSatisfy(it -> assertThat(holds(expression, it))
                        .as("%s on %s", expression, it)
                        .isEqualTo(Selection.of(selector).meets(it)));
        assertThat(Selection.of(selector).meets(labels.example())).isTrue();
    }

    private static boolean holds(String expression, Map<String, String> labels) {
        var program =
                (CompiledExpression) CelExpression.truth(expression, new Vocabulary(Map.of("labels", Sort.TextByName)));
        return ((CelResult.Truth) program.answer(Map.of("labels", labels))).holds();
    }
}
