package dev.readygate.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "failed=0; {\"failed\":0}",
                "p95=231.50; {\"p95\":231.5}",
                "drift=-100; {\"drift\":-100}",
                "reviewed=true; {\"reviewed\":true}",
                "reviewed=false; {\"reviewed\":false}",
                "tool=trivy; {\"tool\":\"trivy\"}",
                "version=\"1.10\"; {\"version\":\"1.10\"}",
                "build=007; {\"build\":\"007\"}",
                "commit=12e4567; {\"commit\":\"12e4567\"}",
                "url=http://wiki.example/?a=b; {\"url\":\"http://wiki.example/?a=b\"}"
            })
    void pairsAreTyped(String pair, String data) {
        assertThat(facts(pair).data()).hasToString(data);
    }

    @Test
    void aNumberStaysOne() {
        assertThat(KeyValue.of("n=10")).isEqualTo(new KeyValue("n", new BigDecimal("10")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "=1", "9=1", "a.b=1", "a b=1"})
    void anInvalidPairIsRefused(String text) {
        assertThatThrownBy(() -> KeyValue.of(text))
                .hasMessage(text + " is no fact; write it like failed=0, reviewed=true or tool=trivy");
    }

    @Test
    void textsHaveALength() {
        assertThat(KeyValue.of("note=" + "x".repeat(1024)).value()).isEqualTo("x".repeat(1024));
        assertThatThrownBy(() -> KeyValue.of("note=" + "x".repeat(1025)))
                .hasMessage("note needs a value of 1 to 1024 characters");
        assertThatThrownBy(() -> KeyValue.of("note=")).hasMessage("note needs a value of 1 to 1024 characters");
    }

    @Test
    void nothingIsSaidTwice() {
        var facts = facts("p95=1");

        assertThatThrownBy(() -> facts.add(Map.of("p95", 2))).hasMessage("p95 is said twice; leave one of them out");
    }

    @Test
    void thereAreNotTooMany() {
        var most = IntStream.range(0, Facts.MOST).boxed().collect(Collectors.toMap(it -> "k" + it, it -> (Object) it));
        var facts = new Facts();
        assertThat(facts.isEmpty()).isTrue();
        facts.add(most);

        assertThat(facts.isEmpty()).isFalse();
        assertThatThrownBy(() -> facts.add(Map.of("one", "more")))
                .hasMessage("these are more than 100 facts; give a link to them");
    }

    private static Facts facts(String pair) {
        var facts = new Facts();
        var one = KeyValue.of(pair);
        facts.add(Map.of(one.key(), one.value()));
        return facts;
    }
}
