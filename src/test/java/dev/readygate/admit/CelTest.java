package dev.readygate.admit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BinaryNode;
import dev.readygate.checks.cel.CelExpression;
import dev.readygate.checks.cel.CelResult;
import dev.readygate.checks.cel.CelValues;
import dev.readygate.checks.cel.CompiledExpression;
import dev.readygate.checks.cel.Vocabulary;
import dev.readygate.checks.cel.Vocabulary.Sort;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A value written as CEL and read again is the same value. */
class CelTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"a\": [1, -2.5, 1e300, true, null, \"x\", {\"b\": {}}]}",
                "\"it's \\\"quoted\\\", \\\\ and\\nbroken \\u0001 🙂\"",
                "9223372036854775807",
                "12345678901234567890"
            })
    void valuesKeepTheirTypes(String json) throws IOException {
        var tree = new ObjectMapper().readTree(json);
        var program = (CompiledExpression)
                CelExpression.truth("value == " + Cel.value(tree), new Vocabulary(Map.of("value", Sort.Anything)));

        assertThat(program.answer(Map.of("value", CelValues.ofObject(tree)))).isEqualTo(new CelResult.Truth(true));
    }

    @Test
    void aNonJsonValueIsNoValue() {
        assertThatThrownBy(() -> Cel.value(BinaryNode.valueOf(new byte[1])))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
