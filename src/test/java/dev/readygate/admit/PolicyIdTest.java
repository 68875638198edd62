package dev.readygate.admit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"ReadinessPolicy shop/posture", "ClusterReadinessPolicy posture.v1"})
    void isReadAsItIsWritten(String written) {
        assertThat(PolicyId.read(written)).map(PolicyId::toString).contains(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "posture", "ReadinessPolicy a/b/c"})
    void isUnknownWhereItIsNotWrittenByReadygate(String written) {
        assertThat(PolicyId.read(written)).isEmpty();
    }
}
