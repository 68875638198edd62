package dev.readygate.checks.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import dev.readygate.checks.cel.CelExpression.ExpressionSource;
import dev.readygate.checks.cel.CelExpression.Invalid;
import dev.readygate.checks.cel.Vocabulary.Gives;
import dev.readygate.checks.cel.Vocabulary.Sort;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The properties of a compiled expression, and the messages for others. */
class CompiledExpressionTest {
    private static final Vocabulary NAMES =
            new Vocabulary(Map.of("it", Sort.Anything, "text", Sort.Text, "list", Sort.Objects));

    private static CompiledExpression program(String text, Gives gives) {
        return (CompiledExpression) new Compiled(1).get(new ExpressionSource(text, NAMES, gives));
    }

    private static CelResult answer(String text, Object it) {
        return program(text, Gives.Truth).answer(Map.of("it", it, "text", "some text", "list", List.of()));
    }

    private static String why(String text) {
        return ((Invalid) CelExpression.truth(text, NAMES)).why();
    }

    @Test
    void isWhatItsSourceIsHoweverOftenItIsCompiled() {
        var one = program("it == 1", Gives.Truth);

        assertThat(one).isNotSameAs(program("it == 1", Gives.Truth));
        assertThat(one).isEqualTo(program("it == 1", Gives.Truth)).hasSameHashCodeAs(program("it == 1", Gives.Truth));
        assertThat(one).isNotEqualTo(program("it == 2", Gives.Truth)).isNotEqualTo("it == 1");
        assertThat(program("it", Gives.Truth)).isNotEqualTo(program("it", Gives.Number));
        assertThat(one).hasToString("it == 1");
    }

    @Test
    void theOneThatWasUsedLatelyIsKept() {
        var two = new Compiled(2);
        var first = two.get(new ExpressionSource("it == 1", NAMES, Gives.Truth));
        two.get(new ExpressionSource("it == 2", NAMES, Gives.Truth));
        two.get(new ExpressionSource("it == 1", NAMES, Gives.Truth));
        two.get(new ExpressionSource("it == 3", NAMES, Gives.Truth));

        assertThat(two.get(new ExpressionSource("it == 1", NAMES, Gives.Truth))).isSameAs(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1u", "1.5", "it"})
    void anyKindOfNumberIsANumber(String text) {
        assertThat(CelExpression.of(text, NAMES, Gives.Number)).isInstanceOf(CompiledExpression.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "text", "[1]"})
    void anythingElseIsNot(String text) {
        assertThat(CelExpression.of(text, NAMES, Gives.Number)).isInstanceOf(Invalid.class);
    }

    @Test
    void whatTurnsOutToBeNoNumberIsSaid() {
        assertThat(program("it", Gives.Number).answer(Map.of("it", "many")))
                .isEqualTo(new CelResult.Unfitting("it did not give a number"));
    }

    @Test
    void aMistakeOnALaterLineIsFoundThere() {
        assertThat(why("it == 1 &&\n  jt == 2")).isEqualTo("undeclared reference to 'jt' at line 2, character 3");
    }

    @Test
    void aLongMessageIsCutShort() {
        assertThat(why("x".repeat(1000) + " == 1")).hasSizeLessThan(340).contains("…");
    }

    @Test
    void saysWhatTheDataDidToIt() {
        assertThat(answer("it * it == 1", Long.MAX_VALUE))
                .isEqualTo(new CelResult.Unfitting("a number gets too large at character 4"));
    }

    @Test
    void whatIsNotFoundIsEmpty() {
        assertThat(answer("text.find('z+') == ''", 1)).isEqualTo(new CelResult.Truth(true));
    }

    @Test
    void fourCopiesAreAllowedAndFiveAreNot() {
        var copies = "optional.of(1)%s.orValue(1) == 1";

        assertThat(why(copies.formatted(".optMap(a, a)".repeat(5))))
                .isEqualTo("it uses optMap or optFlatMap more than 4 times");
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 100_000})
    void itsCostGrowsWithWhatItReads(int size) {
        var list = IntStream.range(0, size).boxed().map(Long::valueOf).toList();
        var answer = program("list.all(a, list.all(b, a + b >= 0))", Gives.Truth)
                .answer(Map.of("list", list, "it", 1, "text", ""));

        assertThat(answer).isInstanceOf(size == 100 ? CelResult.Truth.class : CelResult.TooCostly.class);
    }

    @Test
    void givingUpSaysHowMuchWasAllowed() {
        var answer = program("list.all(a, list.all(b, list.all(c, true)))", Gives.Truth)
                .answer(Map.of("list", Collections.nCopies(1000, 1L), "it", 1, "text", ""));

        assertThat(answer).isEqualTo(new CelResult.TooCostly("it takes too long, more than 500000 steps"));
    }

    @Test
    void numbersOfAnObjectStayWholeWhereTheyAre() {
        assertThat(CelValues.ofObject(LongNode.valueOf(7))).isEqualTo(7L);
        assertThat(CelValues.ofObject(DoubleNode.valueOf(7.0))).isEqualTo(7.0);
        assertThat(CelValues.ofObject(huge())).isEqualTo(1e30);
        assertThat(CelValues.ofData(LongNode.valueOf(7))).isEqualTo(7.0);
    }

    private static JsonNode huge() {
        return BigIntegerNode.valueOf(BigInteger.TEN.pow(30));
    }

    @Test
    void whatIsNoJsonIsRefused() {
        var bytes = BinaryNode.valueOf(new byte[] {1});

        assertThatThrownBy(() -> CelValues.ofData(bytes)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givingUpIsNotHiddenByWhatElseIsTrue() {
        var answer = program("list.all(a, list.all(b, list.all(c, true))) || it == 1", Gives.Truth)
                .answer(Map.of("list", Collections.nCopies(1000, 1L), "it", 1, "text", ""));

        assertThat(answer).isInstanceOf(CelResult.TooCostly.class);
    }
}
