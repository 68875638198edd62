package dev.readygate.checks.cel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readygate.checks.cel.CelExpression.Invalid;
import dev.readygate.checks.cel.Vocabulary.Gives;
import dev.readygate.checks.cel.Vocabulary.Sort;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CelExpressionTest {
    private static final Vocabulary NAMES = new Vocabulary(Map.of(
            "json", Sort.Anything,
            "object", Sort.Anything,
            "text", Sort.Text,
            "headers", Sort.TextByName,
            "status", Sort.Whole,
            "elapsed", Sort.Duration));

    private static final String DOCUMENT = """
            {"status": "UP", "done": 3, "total": 4, "zero": 0, "parts": [{"status": "UP"}, {"status": "UP"}],
             "counts": [3, 1, 2], "words": ["a", "b"], "secret": "hunter2", "nothing": null, "big": 9007199254740993}
            """;

    private static final Map<String, Object> VALUES = values();

    private static Map<String, Object> values() {
        try {
            var document = new ObjectMapper().readTree(DOCUMENT);
            var values = new HashMap<String, Object>();
            values.put("json", CelValues.ofData(document));
            values.put("object", CelValues.ofObject(document));
            values.put("text", "all is well");
            values.put("headers", Map.of("content-type", "text/plain"));
            values.put("status", 200L);
            values.put("elapsed", Duration.ofMillis(200));
            return values;
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static CelResult answer(String text) {
        return ((CompiledExpression) CelExpression.truth(text, NAMES)).answer(VALUES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "json.status == 'UP'",
                "json.parts.all(p, p.status == 'UP') && elapsed < duration('1s')",
                "json.?absent.?deeper.orValue('none') == 'none'",
                "json.done / json.total > 0.7",
                "100.0 * json.done / json.total == 75.0",
                "json.nothing == null",
                "object.done / object.total == 0",
                "object.big == 9007199254740993",
                "object.counts.sum() == 6 && object.counts.max() == 3 && object.counts.min() == 1",
                "!object.counts.isSorted() && object.words.isSorted()",
                "text.matches('^all .* well$') && !text.matches('^well')",
                "text.find('[i-w]+') == 'll' && text.findAll('l+').size() == 2",
                "text.replace('l', 'LL').contains('aLLLL') && text.replace('l', '', 1) == 'al is well'",
                "'ab'.replace('', '-') == '-a-b-' && 'ab'.replace('', '-', 1) == '-ab'",
                "text.split(' ') == ['all', 'is', 'well'] && text.split(' ', 2) == ['all', 'is well']",
                "'abc'.split('') == ['a', 'b', 'c'] && ''.split('') == [] && 'a'.split('x') == ['a']",
                "'a,b'.split(',', 0) == [] && 'a,b'.split(',', 1) == ['a,b'] && 'a,'.split(',') == ['a', '']",
                "json.words.join('+') == 'a+b' && json.words.join() == 'ab'",
                "'abc'.charAt(1) == 'b' && ' x '.trim() == 'x' && 'AbC'.lowerAscii() == 'abc'",
                "headers['content-type'].startsWith('text/') && status in [200, 204]",
                "math.greatest(status, 100) == 200",
                "quantity('1.5Gi').isGreaterThan(quantity('1500M')) && quantity('250m').isLessThan(quantity('1'))",
                "quantity('1000m') == quantity('1') && quantity('1Ki').asInteger() == 1024 && quantity('1e3').sign() == 1",
                "isQuantity('12Mi') && !isQuantity('12MB') && !isQuantity('') && !quantity('500m').isInteger()",
                "quantity('1Gi').add(quantity('1Gi')).compareTo(quantity('2Gi')) == 0 && quantity('5').sub(3) == quantity('2')",
                "quantity('500m').asApproximateFloat() == 0.5 && quantity('-.5').sign() == -1",
                "json.parts.exists(i, p, i == 1 && p.status == 'UP')",
            })
    void holds(String text) {
        assertThat(answer(text)).isEqualTo(new CelResult.Truth(true));
    }

    @Test
    void doesNotHold() {
        assertThat(answer("json.status == 'DOWN'")).isEqualTo(new CelResult.Truth(false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    json.status ==             | mismatched input 'end' at character 15
                    jsn.status == 'UP'         | undeclared reference to 'jsn' at character 1
                    text == 1                  | found no matching overload for '_==_' applied to '(string, int)' (candidates: (%A0, %A0)) at character 6
                    text                       | it has to give true or false, and gives string
                    'a'.nope()                 | undeclared reference to 'nope' at character 9
                    """)
    void saysWhyItMeansNothing(String text, String why) {
        assertThat(CelExpression.truth(text, NAMES)).isEqualTo(new Invalid(why));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    json.absent == 1           | it reads a field that is not there at character 5
                    json.status.x == 1         | it reads a field that is not there at character 12
                    json.counts[7] == 1.0      | it reads an element that is not there at character 12
                    json[json.secret] == 1     | it reads a field that is not there at character 5
                    json.secret + 1 == 2       | it meets a value of another kind than it takes at character 13
                    int(json.secret) == 1      | it meets a text of another form than it takes at character 4
                    object.done / object.zero == 1 | it divides by zero at character 13
                    json.words.join(json.zero) == '' | it meets a value of another kind than it takes at character 16
                    quantity(json.secret).sign() == 1 | it cannot be evaluated on this at character 9
                    json.status                | it did not give true or false
                    """)
    void saysWhereTheDataDoesNotFitWithoutQuotingIt(String text, String why) {
        assertThat(answer(text)).isEqualTo(new CelResult.Unfitting(why));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "json.secret.matches(json.secret + '(') ",
                "json.parts.join() == ''",
                "json.secret.replace(json.words, 'a') == ''"
            })
    void neverQuotesTheData(String text) {
        assertThat(String.valueOf(answer(text))).startsWith("Unfitting").doesNotContain("hunter2");
    }

    @Test
    void givesNumbersWhereNumbersAreAskedFor() {
        var score = (CompiledExpression) CelExpression.of("100.0 * json.done / json.total", NAMES, Gives.Number);

        assertThat(score.answer(VALUES)).isEqualTo(new CelResult.CelNumber(75));
        assertThat(CelExpression.of("text", NAMES, Gives.Number)).isInstanceOf(Invalid.class);
    }

    @Test
    void knowsWhatItReads() {
        var program = (CompiledExpression) CelExpression.truth("json.status == 'UP'", NAMES);

        assertThat(program.reads("json")).isTrue();
        assertThat(program.reads("text")).isFalse();
    }

    @Test
    void isCompiledOnce() {
        assertThat(CelExpression.truth("status == 201", NAMES)).isSameAs(CelExpression.truth("status == 201", NAMES));
    }

    @Test
    void isForgottenWhenThereAreTooMany() {
        var two = new Compiled(2);
        for (var text : new String[] {"status == 1", "status == 2", "status == 3"}) {
            two.get(new CelExpression.ExpressionSource(text, NAMES, Gives.Truth));
        }
        assertThat(two.size()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quantity('1Gi').isGreaterThan(quantity('1Gi'))",
                "quantity('1Gi').isGreaterThan(quantity('2Gi'))",
                "quantity('1Gi').isLessThan(quantity('1024Mi'))",
                "quantity('2').isLessThan(quantity('500m'))",
                "quantity('9223372036854775808').isInteger()",
                "quantity('1.5').isInteger()"
            })
    void quantitiesAreComparedByWhatTheyAmountTo(String text) {
        assertThat(answer(text)).isEqualTo(new CelResult.Truth(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quantity('9223372036854775807').isInteger()",
                "quantity('1500m').add(quantity('500m')).isInteger()",
                "quantity('-1Ki').isInteger()"
            })
    void aQuantityIsAnIntegerWhereverItFitsInOne(String text) {
        assertThat(answer(text)).isEqualTo(new CelResult.Truth(true));
    }
}
