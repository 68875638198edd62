package dev.readygate.checks.cel;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.checks.cel.CelExpression.Invalid;
import dev.readygate.checks.cel.Vocabulary.Sort;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No expression takes more than moments or megabytes, even if its author or the server it asks is hostile. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileExpressionsTest {
    private static final Vocabulary NAMES = new Vocabulary(Map.of("text", Sort.Text, "list", Sort.Objects));

    private static final Map<String, Object> VALUES = Map.of(
            "text",
            "x".repeat(1 << 20),
            "list",
            IntStream.range(0, 100_000).mapToObj(it -> (double) it).toList());

    private static Stream<String> costly() {
        return Stream.of(
                nested("list.all(%s, %s)", "a + b + c + d + e >= 0.0"),
                nested("list.exists(%s, %s)", "a + b + c + d + e < 0.0"),
                nested("list.exists(%s, %s)", "a + b + c + d + e < 0.0") + " || true",
                nested("list.map(%s, %s)", "a") + ".size() > 0",
                "list.map(a, list.map(b, list)).size() > 0",
                "list.all(a, a in list)",
                "list.map(a, text + text).size() > 0",
                "[text]" + doubled() + ".size() > 0",
                "[list]" + doubled() + ".size() > 0",
                "text.replace('', text) != ''",
                "text.replace('x', text, 1000000) != ''",
                "text.split('').join(text) != ''",
                "text.split('').map(c, text.split('')).size() > 0",
                "text.matches('(x*)*(y|x?){100}z')",
                "list.all(a, text.matches('x*y') || true)",
                "text.findAll('x').size() > 0 && list.all(a, text.findAll('').size() > 0)",
                "list.all(a, text.contains('xy') || true)",
                "list.all(a, list.sum() > 0.0)");
    }

    private static String nested(String form, String inside) {
        return Stream.of("e", "d", "c", "b", "a").reduce(inside, (inner, name) -> form.formatted(name, inner));
    }

    private static String doubled() {
        return Stream.generate(() -> ".map(x, x + x)").limit(60).collect(joining());
    }

    @ParameterizedTest
    @MethodSource("costly")
    void isGivenUp(String text) {
        assertThat(((CompiledExpression) CelExpression.truth(text, NAMES)).answer(VALUES))
                .isInstanceOf(CelResult.TooCostly.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "optional.of(1)%s.orValue(1) == 1:.optMap(a, a):200",
                "optional.of(1)%s.orValue(1) == 1:.optFlatMap(a, optional.of(a)):90",
                "%s1 == 1:(:2000",
                "%s:[:4000",
                "true%s: && (true:500",
                "text%s == '': + text:5000",
            })
    void isRefusedBeforeItIsCompiled(String described) {
        var parts = described.split(":");
        var text = parts[0].formatted(parts[1].repeat(Integer.parseInt(parts[2])));

        assertThat(CelExpression.truth(text, NAMES)).isInstanceOf(Invalid.class);
    }

    @Test
    void aFewCopiesAreCompiledInNoTime() {
        assertThat(CelExpression.truth("optional.of(1)" + ".optMap(a, a)".repeat(4) + ".orValue(1) == 1", NAMES))
                .isInstanceOf(CompiledExpression.class);
    }

    @Test
    void whatIsReadOnceCostsLittle() {
        var program = (CompiledExpression)
                CelExpression.truth("text.size() > 5 && text.contains('xx') && list.size() > 9", NAMES);

        assertThat(program.answer(VALUES)).isEqualTo(new CelResult.Truth(true));
    }

    /** The first are evaluated, the others are not, and it ends at twice the cost of one of the first. */
    @Test
    void manyOfThemTogetherAreGivenUpSooner() {
        var dear = (CompiledExpression) CelExpression.truth("list.exists(a, a + a < 0.0)", NAMES);
        var values = Map.of("text", "", "list", List.copyOf(((List<?>) VALUES.get("list")).subList(0, 40_000)));

        var answers = Allowance.of(
                () -> IntStream.range(0, 200).mapToObj(_ -> dear.answer(values)).toList());

        assertThat(answers.getFirst()).isEqualTo(new CelResult.Truth(false));
        assertThat(answers.stream().filter(CelResult.Truth.class::isInstance)).hasSizeBetween(2, 10);
        assertThat(answers.getLast()).isInstanceOf(CelResult.TooCostly.class);
    }

    @Test
    void thousandsOfElementsMayBeLookedAt() {
        var values = Map.of("text", "", "list", List.copyOf(((List<?>) VALUES.get("list")).subList(0, 20_000)));

        assertThat(((CompiledExpression) CelExpression.truth("list.all(a, a >= 0.0 && a < 20000.0)", NAMES))
                        .answer(values))
                .isEqualTo(new CelResult.Truth(true));
    }
}
