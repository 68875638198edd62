package dev.readygate.admit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyNamePoolTest {
    private static final PolicyId A = new PolicyId("ReadinessPolicy", "shop", "a");
    private static final PolicyId B = new PolicyId("ReadinessPolicy", "shop", "b");
    private static final PolicyId C = new PolicyId("ClusterReadinessPolicy", "", "c");
    private static final String ONE = "readygate-admit-001";
    private static final String TWO = "readygate-admit-002";
    private static final String THREE = "readygate-admit-003";

    @Test
    void areGivenInTheOrderOfTheirNames() {
        assertThat(new PolicyNamePool(9, Map.of()).of(List.of(B, A, C))).isEqualTo(Map.of(C, ONE, A, TWO, B, THREE));
    }

    @Test
    void areKept() {
        assertThat(new PolicyNamePool(9, Map.of(THREE, A, ONE, B)).of(List.of(A, B, C)))
                .isEqualTo(Map.of(A, THREE, B, ONE, C, TWO));
    }

    @Test
    void areNotTakenFromPoliciesStillToBeRemoved() {
        assertThat(new PolicyNamePool(9, Map.of(ONE, B)).of(List.of(A))).isEqualTo(Map.of(A, TWO));
    }

    @Test
    void runOut() {
        assertThat(new PolicyNamePool(1, Map.of()).of(List.of(A, B))).isEqualTo(Map.of(A, ONE));
        assertThat(new PolicyNamePool(0, Map.of()).of(List.of(A))).isEmpty();
    }

    @Test
    void areNotAllTakenByOneNamespace() {
        var bank = new PolicyId("ReadinessPolicy", "bank", "z");

        assertThat(new PolicyNamePool(3, Map.of()).of(List.of(A, B, bank, C)).keySet())
                .containsExactlyInAnyOrder(C, A, bank);
    }

    @Test
    void areGivenUpByPoliciesWithSeveralForThoseWithNone() {
        var full = new PolicyNamePool(2, Map.of(ONE, A, TWO, B));

        assertThat(full.useless(List.of(A, B, C))).containsExactly(TWO);
        assertThat(full.of(List.of(A, B, C))).isEqualTo(Map.of(A, ONE));
        assertThat(new PolicyNamePool(2, Map.of(ONE, A)).of(List.of(A, B, C))).isEqualTo(Map.of(A, ONE, C, TWO));
    }

    @Test
    void ofTwoWithTheSameContentTheLowerIsKept() {
        var twice = new PolicyNamePool(9, Map.of(TWO, A, ONE, A));

        assertThat(twice.of(List.of(A))).isEqualTo(Map.of(A, ONE));
        assertThat(twice.useless(List.of(A))).containsExactly(TWO);
    }

    @Test
    void areUselessWithoutAPolicyThatWantsThem() {
        assertThat(new PolicyNamePool(9, Map.of(ONE, A, TWO, PolicyId.NOBODY)).useless(List.of()))
                .containsExactly(ONE, TWO);
        assertThat(new PolicyNamePool(9, Map.of(ONE, A)).useless(List.of(A))).isEmpty();
    }
}
