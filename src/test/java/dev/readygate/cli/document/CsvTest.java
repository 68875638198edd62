package dev.readygate.cli.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

    @Test
    void whatNeedsQuotesIsQuoted() {
        assertThat(Csv.line(List.of("plain", "", "a,b", "he said \"no\"", "two\nlines")))
                .isEqualTo("plain,,\"a,b\",\"he said \"\"no\"\"\",\"two\nlines\"\r\n");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            =HYPERLINK(1), '=HYPERLINK(1)
            @SUM(A1),      '@SUM(A1)
            +1 more,       '+1 more
            -later,        '-later
            -12.5,         -12.5
            12,            12
            a=b,           a=b
            """)
    void nothingThatAStrangerWroteIsCalculated(String text, String cell) {
        assertThat(Csv.line(List.of(text))).isEqualTo(cell + "\r\n");
    }
}
