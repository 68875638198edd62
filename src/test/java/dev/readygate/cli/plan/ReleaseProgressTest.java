package dev.readygate.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.cli.plan.ReleaseProgress.GoingBack;
import dev.readygate.cli.plan.ReleaseProgress.OnItsWay;
import dev.readygate.cli.plan.ReleaseProgress.Unjudged;
import dev.readygate.cli.plan.ReleaseProgress.Verified;
import dev.readygate.cli.plan.ReleaseProgress.WithdrawnRelease;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseProgressTest {
    private static final String VERIFIED = Cart.saying("Idle", "True", "Verified", "It is verified.");
    private static final String WITHDRAWN = Cart.saying("Withdrawn", "False", "Withdrawn", "It was withdrawn.");

    @Test
    void isVerifiedWhenTheReportSaysSoAndAllPodsRun() {
        assertThat(ReleaseProgress.of(Cart.known(VERIFIED))).isEqualTo(new Verified("It is verified."));
        assertThat(ReleaseProgress.of(new ReportedDeployment(Cart.stillStarting(), Optional.of(Cart.status(VERIFIED)))))
                .isEqualTo(new OnItsWay("It is verified; not all of its pods are available yet."));
    }

    @ParameterizedTest
    @ValueSource(strings = {VERIFIED_BEFORE, WITHDRAWN_BEFORE})
    void neverTakesTheReportOfAnEarlierGenerationForThisOnes(String status) {
        assertThat(ReleaseProgress.of(Cart.known(status)))
                .isEqualTo(new OnItsWay("The operator has not looked at the newest change of cart yet."));
    }

    private static final String VERIFIED_BEFORE = """
            deploymentGeneration: 6
            phase: Idle
            conditions: [{type: Ready, status: "True", reason: Verified, message: It is verified.}]
            """;
    private static final String WITHDRAWN_BEFORE = """
            phase: Withdrawn
            conditions: [{type: Ready, status: "False", reason: Withdrawn, message: It was withdrawn.}]
            """;

    @Test
    void waitsUntilKubernetesHasTakenTheChangeIn() {
        assertThat(ReleaseProgress.of(new ReportedDeployment(Cart.unsettled(), Optional.of(Cart.status(VERIFIED)))))
                .isEqualTo(new OnItsWay("Kubernetes is still taking in the newest change of cart."));
    }

    @Test
    void waitsForAReport() {
        assertThat(ReleaseProgress.of(Cart.unreported()).sentence()).contains("no report of cart");
    }

    @Test
    void isWithdrawnInPhaseWithdrawnAndGoesBackUntilThen() {
        assertThat(ReleaseProgress.of(Cart.known(WITHDRAWN))).isEqualTo(new WithdrawnRelease("It was withdrawn."));
        assertThat(ReleaseProgress.of(Cart.known(WITHDRAWN.replace("phase: Withdrawn", "phase: Restoring"))))
                .isEqualTo(new GoingBack("It was withdrawn."));
    }

    @ParameterizedTest
    @CsvSource({"Serve, False, Serving", "Stay, False, Held", "Start, False, Starting", "Idle, Unknown, Adopted"})
    void everythingElseIsOnItsWay(String phase, String ready, String reason) {
        assertThat(ReleaseProgress.of(Cart.known(Cart.saying(phase, ready, reason, "It waits."))))
                .isEqualTo(new OnItsWay("It waits."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Observed", "Warned", "ManagedElsewhere"})
    void isNotJudgedWhereNoPolicyEnforces(String reason) {
        assertThat(ReleaseProgress.of(Cart.known(Cart.saying("Idle", "Unknown", reason, "Scored only."))))
                .isEqualTo(new Unjudged("Scored only."));
    }

    @Test
    void aReportThatSaysNothingYetIsOnItsWay() {
        assertThat(ReleaseProgress.of(Cart.known("{deploymentGeneration: 8, phase: Idle}")))
                .isEqualTo(new OnItsWay("Nothing is said of it yet."));
    }
}
