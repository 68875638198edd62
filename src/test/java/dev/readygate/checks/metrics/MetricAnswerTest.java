package dev.readygate.checks.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricAnswerTest {

    private static MetricAnswer told(double... values) {
        return new MetricAnswer.QueryResult(Arrays.stream(values)
                .mapToObj(it -> new Series(Map.of(), List.of(new Point(1, it))))
                .toList());
    }

    @Test
    void numbersSaySomethingAlsoBesideSuchThatAreNone() {
        assertThat(told(0).saysNothing()).isFalse();
        assertThat(told(Double.NaN, 1).saysNothing()).isFalse();
    }

    @Test
    void noNumberAndNoAnswerSayNothing() {
        assertThat(told().saysNothing()).isTrue();
        assertThat(told(Double.NaN).saysNothing()).isTrue();
        assertThat(new MetricAnswer.NoQueryResult("not reached").saysNothing()).isTrue();
    }

    @Test
    void aRefusalWillNotChangeByAskingAgain() {
        assertThat(new MetricAnswer.InvalidQuery("not PromQL").saysNothing()).isFalse();
    }
}
