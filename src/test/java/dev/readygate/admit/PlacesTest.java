package dev.readygate.admit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final Asker A = new Asker("ReadinessPolicy", "shop", "a");
    private static final Asker B = new Asker("ReadinessPolicy", "shop", "b");
    private static final Asker C = new Asker("ClusterReadinessPolicy", "", "c");
    private static final String ONE = "readygate-admit-001";
    private static final String TWO = "readygate-admit-002";
    private static final String THREE = "readygate-admit-003";

    @Test
    void areGivenInTheOrderOfTheirNames() {
        assertThat(new Places(9, Map.of()).of(List.of(B, A, C))).isEqualTo(Map.of(C, ONE, A, TWO, B, THREE));
    }

    @Test
    void areKept() {
        assertThat(new Places(9, Map.of(THREE, A, ONE, B)).of(List.of(A, B, C)))
                .isEqualTo(Map.of(A, THREE, B, ONE, C, TWO));
    }

    @Test
    void areNotTakenFromWhatIsStillToBeRemoved() {
        assertThat(new Places(9, Map.of(ONE, B)).of(List.of(A))).isEqualTo(Map.of(A, TWO));
    }

    @Test
    void runOut() {
        assertThat(new Places(1, Map.of()).of(List.of(A, B))).isEqualTo(Map.of(A, ONE));
        assertThat(new Places(0, Map.of()).of(List.of(A))).isEmpty();
    }

    @Test
    void areNotAllTakenByOneNamespace() {
        var bank = new Asker("ReadinessPolicy", "bank", "z");

        assertThat(new Places(3, Map.of()).of(List.of(A, B, bank, C)).keySet()).containsExactlyInAnyOrder(C, A, bank);
    }

    @Test
    void areGivenUpByWhoeverHasSeveralForThoseWhoHaveNone() {
        var full = new Places(2, Map.of(ONE, A, TWO, B));

        assertThat(full.useless(List.of(A, B, C))).containsExactly(TWO);
        assertThat(full.of(List.of(A, B, C))).isEqualTo(Map.of(A, ONE));
        assertThat(new Places(2, Map.of(ONE, A)).of(List.of(A, B, C))).isEqualTo(Map.of(A, ONE, C, TWO));
    }

    @Test
    void ofTwoWithTheSameContentTheLowerIsKept() {
        var twice = new Places(9, Map.of(TWO, A, ONE, A));

        assertThat(twice.of(List.of(A))).isEqualTo(Map.of(A, ONE));
        assertThat(twice.useless(List.of(A))).containsExactly(TWO);
    }

    @Test
    void areUselessWithoutAPolicyThatWantsThem() {
        assertThat(new Places(9, Map.of(ONE, A, TWO, Asker.NOBODY)).useless(List.of()))
                .containsExactly(ONE, TWO);
        assertThat(new Places(9, Map.of(ONE, A)).useless(List.of(A))).isEmpty();
    }
}
