package dev.readygate.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.ReadinessEvidenceSpec.EvidenceOutcome;
import dev.readygate.cli.plan.SignOff.NothingToSign;
import dev.readygate.cli.plan.SignOff.SignOffPlan;
import dev.readygate.cli.plan.SignOff.SignOffRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignOffTest {
    private static final String WAITING = """
            deploymentGeneration: 7
            phase: Start
            waitingOn: release
            revision: {hash: generation-7, images: ["cart:3"], appliedBy: ann}
            attempt:
              revision: generation-7
              checks:
              - {name: healthy, gate: Serve, http: {path: /}}
              - {name: release, gate: Start, approval: {count: 2, groups: [managers], users: [eve]}}
              - {name: security, gate: Start, approval: {type: security-signoff, groups: [security]}}
              - {name: done, gate: Start, approval: {groups: [managers, security], allowApplier: true}}
            checks:
            - {name: release, gate: Start, outcome: Unknown}
            - {name: done, gate: Start, outcome: Pass}
            """;
    private static final Caller BEN = new Caller("ben", List.of("managers", "system:authenticated"));

    @Test
    void answersWaitingChecksAndLeavesTheRestToOthers() {
        var given = given(ask(WAITING, BEN));

        assertThat(given.revision()).isEqualTo("generation-7");
        assertThat(given.types()).containsExactly("release");
        assertThat(given.answered()).extracting(Approval::check).containsExactly("release");
        assertThat(given.left())
                .containsExactly("security counts only from group security, and you are ben of managers");
    }

    @Test
    void aUserMayBeNamedInsteadOfAGroup() {
        assertThat(given(ask(WAITING, new Caller("eve", List.of()))).types()).containsExactly("release");
    }

    @Test
    void theOperatorDecidesIfTheCallerIsUnknown() {
        assertThat(given(question(WAITING, Optional.empty(), Optional.empty(), Optional.empty()))
                        .types())
                .containsExactly("release", "security-signoff");
    }

    @Test
    void refusesApprovalsThatWouldNotCount() {
        assertThat(refusal(ask(WAITING, new Caller("mallory", List.of("system:authenticated")))))
                .isEqualTo(
                        "Your word on cart would not count: release counts only from group managers or eve, and you are"
                                + " mallory; security counts only from group security, and you are mallory.");
        assertThat(refusal(ask(WAITING, new Caller("ann", List.of("managers", "security")))))
                .isEqualTo("Your word on cart would not count: release takes somebody other than ann, who applied the"
                        + " revision; security takes somebody other than ann, who applied the revision.");
    }

    @Test
    void approversMayAlsoRefuseAnApprovedRevision() {
        var question = new SignOffRequest(
                Cart.known(WAITING), EvidenceOutcome.Fail, Optional.empty(), Optional.empty(), Optional.of(BEN));

        assertThat(given(question.answer()).types()).containsExactly("release", "done");
    }

    @Test
    void aNamedTypeIsGivenForAnyCheck() {
        assertThat(given(question(WAITING, Optional.of("done"), Optional.empty(), Optional.of(BEN)))
                        .answered())
                .hasSize(1);
        var scored = given(question(WAITING, Optional.of("review-done"), Optional.empty(), Optional.of(BEN)));
        assertThat(scored.types()).containsExactly("review-done");
        assertThat(scored.answered()).isEmpty();
        assertThat(given(question(idle(), Optional.of("review-done"), Optional.empty(), Optional.of(BEN)))
                        .types())
                .containsExactly("review-done");
    }

    @Test
    void theRevisionOneHasLookedAtMayBeNamed() {
        assertThat(given(question(WAITING, Optional.empty(), Optional.of("generation-7"), Optional.of(BEN)))
                        .types())
                .containsExactly("release");
        assertThat(refusal(question(WAITING, Optional.empty(), Optional.of("v2"), Optional.of(BEN))))
                .isEqualTo("cart is at revision generation-7 now, and not at v2 any more or not yet.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Idle | No release of cart is on its way, so no approval is waited for; --type names one all the same.",
                "Withdrawn | Revision v2 of cart was taken back, so no approval is waited for; retry tries it once more.",
                "Restoring | Revision v2 of cart was taken back, so no approval is waited for; retry tries it once more.",
                "Serve | No gate of cart waits for an approval; it waits for nothing people can say."
            })
    void saysThatNoApprovalIsAskedFor(String phase, String sentence) {
        assertThat(refusal(ask(Cart.saying(phase, "False", "Because", "Because."), BEN)))
                .isEqualTo(sentence);
    }

    @Test
    void saysWhichCheckItWaitsForInstead() {
        assertThat(refusal(ask(Cart.saying("Serve", "False", "Serving", ".") + "waitingOn: healthy\n", BEN)))
                .isEqualTo("No gate of cart waits for an approval; it waits for healthy.");
    }

    @Test
    void anOldReportIsNotAnswered() {
        assertThat(refusal(ask(WAITING.replace("deploymentGeneration: 7", "deploymentGeneration: 6"), BEN)))
                .isEqualTo("The operator has not looked at the newest change of cart yet.");
    }

    private static String idle() {
        return WAITING.replace("phase: Start", "phase: Idle");
    }

    private static SignOff ask(String status, Caller person) {
        return question(status, Optional.empty(), Optional.empty(), Optional.of(person));
    }

    private static SignOff question(
            String status, Optional<String> type, Optional<String> revision, Optional<Caller> person) {
        return new SignOffRequest(Cart.known(status), EvidenceOutcome.Pass, type, revision, person).answer();
    }

    private static SignOffPlan given(SignOff answer) {
        assertThat(answer).isInstanceOf(SignOffPlan.class);
        return (SignOffPlan) answer;
    }

    private static String refusal(SignOff answer) {
        assertThat(answer).isInstanceOf(NothingToSign.class);
        return ((NothingToSign) answer).sentence();
    }
}
