package dev.readygate.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            data.rps >= 1200 && data.errorRate <= 0.002          ; rps ≥ 1200 and errorRate ≤ 0.002
            data.failed + data.?errors.orValue(0.0) == 0.0       ; failed + errors = 0
            data.rps >= double(3) * data.peak                    ; rps ≥ 3 * peak
            data.ok == true && data.pii == false                 ; ok = true and pii = false
            data.missing != 0 || data.total < 10.05              ; missing ≠ 0 or total < 10.05
            200-299                                              ; 200-299
            completed                                            ; completed
            Pass                                                 ; Pass
            < 5%                                                 ; < 5%
            ['a', 'b'].all(k, k in data && data[k] == true)      ;
            object.spec.replicas >= 2                            ;
            [object.metadata].exists(m, 'a' in m.?annotations)   ;
            """)
    void aLimitIsForReadersWhoDoNotWriteCel(String limit, String words) {
        var cart = Shop.cart(it -> it.replace("limit: none failed", "limit: \"" + limit + "\""));

        assertThat(LimitWords.of(RowsTest.line(cart, "unit-tests").worst())).isEqualTo(Optional.ofNullable(words));
    }
}
