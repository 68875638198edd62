package dev.readygate.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Phase;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WishTest {
    @Test
    void onlyWhatWasWithdrawnIsRetried() {
        assertThat(phasesFor(Wish.Retry)).containsExactly(Phase.Withdrawn);
        assertThat(objection(Wish.Retry, Phase.Restoring)).contains("retry when its phase is Withdrawn");
        assertThat(objection(Wish.Retry, Phase.Serve)).isEqualTo("There is nothing to retry: cart is not withdrawn.");
    }

    @Test
    void onlyWhatIsAtAGateIsLetThroughOrTurnedAway() {
        var gates = Set.of(Phase.Start, Phase.Serve, Phase.Stay);
        assertThat(phasesFor(Wish.Proceed)).containsExactlyInAnyOrderElementsOf(gates);
        assertThat(phasesFor(Wish.Reject)).containsExactlyInAnyOrderElementsOf(gates);
        assertThat(objection(Wish.Reject, Phase.Idle))
                .isEqualTo("There is nothing to reject: no release of cart is at a gate.");
        assertThat(objection(Wish.Proceed, Phase.Withdrawn))
                .startsWith("There is nothing to let through: revision v2 of cart was taken back");
    }

    @ParameterizedTest
    @EnumSource(Wish.class)
    void nothingIsDecidedAboutAReleaseThatWasNotLookedAtYet(Wish wish) {
        assertThat(wish.objection(Cart.known("{deploymentGeneration: 6, phase: Withdrawn}")))
                .hasValueSatisfying(it -> assertThat(it).contains("has not looked at the newest change"));
        assertThat(wish.objection(Cart.unreported())).isPresent();
    }

    @Test
    void itsAnnotationIsTheContractWithTheOperator() {
        assertThat(Arrays.stream(Wish.values()).map(Wish::annotation))
                .containsExactly("readygate.dev/retry", "readygate.dev/proceed", "readygate.dev/reject");
    }

    private static List<Phase> phasesFor(Wish wish) {
        return Arrays.stream(Phase.values())
                .filter(it -> wish.objection(in(it)).isEmpty())
                .toList();
    }

    private static String objection(Wish wish, Phase phase) {
        return wish.objection(in(phase)).orElseThrow();
    }

    private static Known in(Phase phase) {
        return Cart.known(Cart.saying(phase.name(), "False", "Whatever", "Whatever."));
    }
}
