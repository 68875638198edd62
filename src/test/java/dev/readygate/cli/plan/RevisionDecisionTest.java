package dev.readygate.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Phase;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RevisionDecisionTest {
    @Test
    void onlyAWithdrawnReleaseIsRetried() {
        assertThat(phasesFor(RevisionDecision.Retry)).containsExactly(Phase.Withdrawn);
        assertThat(objection(RevisionDecision.Retry, Phase.Restoring)).contains("retry when its phase is Withdrawn");
        assertThat(objection(RevisionDecision.Retry, Phase.Serve))
                .isEqualTo("There is nothing to retry: cart is not withdrawn.");
    }

    @Test
    void onlyAReleaseAtAGateProceedsOrIsRejected() {
        var gates = Set.of(Phase.Start, Phase.Serve, Phase.Stay);
        assertThat(phasesFor(RevisionDecision.Proceed)).containsExactlyInAnyOrderElementsOf(gates);
        assertThat(phasesFor(RevisionDecision.Reject)).containsExactlyInAnyOrderElementsOf(gates);
        assertThat(objection(RevisionDecision.Reject, Phase.Idle))
                .isEqualTo("There is nothing to reject: no release of cart is at a gate.");
        assertThat(objection(RevisionDecision.Proceed, Phase.Withdrawn))
                .startsWith("There is nothing to let through: revision v2 of cart was taken back");
    }

    @ParameterizedTest
    @EnumSource(RevisionDecision.class)
    void nothingIsDecidedWithoutACurrentReport(RevisionDecision wish) {
        assertThat(wish.objection(Cart.known("{deploymentGeneration: 6, phase: Withdrawn}")))
                .hasValueSatisfying(it -> assertThat(it).contains("has not looked at the newest change"));
        assertThat(wish.objection(Cart.unreported())).isPresent();
    }

    @Test
    void itsAnnotationIsTheContractWithTheOperator() {
        assertThat(Arrays.stream(RevisionDecision.values()).map(RevisionDecision::annotation))
                .containsExactly("readygate.dev/retry", "readygate.dev/proceed", "readygate.dev/reject");
    }

    private static List<Phase> phasesFor(RevisionDecision wish) {
        return Arrays.stream(Phase.values())
                .filter(it -> wish.objection(in(it)).isEmpty())
                .toList();
    }

    private static String objection(RevisionDecision wish, Phase phase) {
        return wish.objection(in(phase)).orElseThrow();
    }

    private static ReportedDeployment in(Phase phase) {
        return Cart.known(Cart.saying(phase.name(), "False", "Whatever", "Whatever."));
    }
}
