package dev.readygate.admit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskerTest {
    @ParameterizedTest
    @ValueSource(strings = {"ReadinessPolicy shop/posture", "ClusterReadinessPolicy posture.v1"})
    void isReadAsItIsWritten(String written) {
        assertThat(Asker.read(written)).map(Asker::toString).contains(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "posture", "ReadinessPolicy a/b/c"})
    void isNobodyWhereItIsNotWrittenByUs(String written) {
        assertThat(Asker.read(written)).isEmpty();
    }
}
