package dev.readygate.checks.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.readygate.checks.cel.CelExpression.Invalid;
import dev.readygate.checks.cel.Vocabulary.Sort;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedPatternTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(((a{1000}){1000}){1000})",
                "((a{100}){100}){100}",
                "(a{32}){32}",
                "(?:(?i:[a-z]{100})+){11}",
                "(a{1000}\\Q(\\E){1000}",
                "(\\Q)\\Ea{1000}){1000}",
                "([)]{100}[(]){1000}",
                "(\\x{61}{100}){100}",
                "(\\pL{100}){100}",
                "(((){1000}){1000}){1000}",
                "a{1000}{1000}",
                "(a{2,1000}b){2}",
                "(aaaaaaaaaaaaaaaaaaaaa){500}",
            })
    void isRefusedBeforeItIsCompiled(String expression) {
        assertThatThrownBy(() -> BoundedPattern.compile(expression))
                .isInstanceOf(PatternSyntaxException.class)
                .hasMessageContaining("repeats too much");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^max-age=[0-9]{1,9}(, public)?$",
                "([0-9a-f]{8})-([0-9a-f]{4}-){3}[0-9a-f]{12}",
                "(a{100}){10}",
                "a{1000}b{1000}",
                "a{,5}",
                "[]a]{3}[^]]",
                "\\Qa{1000}{1000}\\E",
                "(?P<name>\\d+)\\.x\\{2\\}",
                "\\Q{1000}",
            })
    void isTakenWhereItIsOfUsualSize(String expression) {
        assertThat(BoundedPattern.compile(expression).pattern()).isEqualTo(expression);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "a)", "[", "a**", "\\", "\\Q", "[[:alpha:]", "x{2", "(?"})
    void isReadToItsEndHoweverBrokenItIs(String expression) {
        assertThat(new PatternSize(expression).isTooLarge()).isFalse();
    }

    /** No spelling hides the size: a pattern that is let through is small when it is compiled. */
    @Test
    void everyPatternOfThesePartsIsSmallOrRefused() {
        var random = RandomGenerator.of("L64X128MixRandom");
        var pieces = new String[] {
            "a",
            "(",
            ")",
            "(?:",
            "[",
            "]",
            "[^",
            "|",
            "{9}",
            "{30}",
            "{2,40}",
            "{3,}",
            "*",
            "?",
            "\\Q",
            "\\E",
            "\\x{61}",
            "\\pL",
            "\\p{Greek}",
            "\\(",
            "\\]",
            "-",
            "[[:alpha:]]",
            "."
        };
        for (int i = 0; i < 20_000; i++) {
            var text = IntStream.range(0, random.nextInt(3, 25))
                    .mapToObj(_ -> pieces[random.nextInt(pieces.length)])
                    .reduce("", String::concat);
            if (!new PatternSize(text).isTooLarge()) {
                assertThat(instructions(text)).as(text).isLessThan(5 * BoundedPattern.MOST_INSTRUCTIONS);
            }
        }
    }

    private static int instructions(String text) {
        try {
            return Pattern.compile(text).programSize();
        } catch (PatternSyntaxException e) {
            return 0;
        }
    }

    @Test
    void isRefusedInAnExpressionWhereItIsWrittenOut() {
        assertThat(CelExpression.truth(
                        "text.matches('((a{100}){100}){100}')", new Vocabulary(Map.of("text", Sort.Text))))
                .isInstanceOf(Invalid.class)
                .extracting(it -> ((Invalid) it).why())
                .asString()
                .contains("repeats too much");
    }

    @Test
    void isRefusedInAnExpressionThatMakesItUpToo() {
        var program = (CompiledExpression) CelExpression.truth(
                "text.matches(text + '((a{100}){100}){100}')", new Vocabulary(Map.of("text", Sort.Text)));

        assertThat(program.answer(Map.of("text", "a"))).isInstanceOf(CelResult.Unfitting.class);
    }

    @Test
    void theLeastLatelyUsedAreForgotten() {
        var recent = new WeighedCache<String, Pattern>(100, Pattern::programSize);
        IntStream.range(0, 50).forEach(it -> recent.put("a{10}" + it, Pattern.compile("a{10}" + it)));

        assertThat(recent.size()).isBetween(1, 10);
        assertThat(recent.get("a{10}49")).isPresent();
        assertThat(recent.get("a{10}0")).isEmpty();
    }
}
