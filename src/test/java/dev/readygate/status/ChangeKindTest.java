package dev.readygate.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;

class ChangeKindTest {
    private static final String BEFORE = """
            score: 100
            grade: Green
            phase: Serve
            waitingOn: healthy
            revision: {hash: v2, images: [app]}
            checks: [{name: healthy, outcome: Pass, message: on 2 of 2 pods}]
            conditions: [{type: Ready, status: "False", reason: Serving, message: on its way}]
            """;

    @Test
    void anotherGradeIsNewsAndAScoreThatTremblesIsNot() {
        assertThat(changed("grade: Green", "grade: Amber")).isEqualTo(ChangeKind.News);
        assertThat(changed("score: 100", "score: 99")).isEqualTo(ChangeKind.Wording);
    }

    @Test
    void anotherOutcomeIsNews() {
        assertThat(changed("outcome: Pass", "outcome: Fail")).isEqualTo(ChangeKind.News);
    }

    @Test
    void anotherRevisionIsNews() {
        assertThat(changed("hash: v2", "hash: v3")).isEqualTo(ChangeKind.News);
    }

    @Test
    void aChangeOfWaitingOnMayPass() {
        assertThat(changed("waitingOn: healthy", "waitingOn: rollout")).isEqualTo(ChangeKind.Waiting);
    }

    @Test
    void theDigestThatKubernetesFoundMayComeWithOtherNews() {
        assertThat(changed("images: [app]", "images: [app], digests: [sha256:1]"))
                .isEqualTo(ChangeKind.Waiting);
    }

    /** A release comes with other news, written at once; scaling does not. */
    @Test
    void aNewGenerationAloneMayWait() {
        assertThat(changed("score: 100", "score: 100\ndeploymentGeneration: 7")).isEqualTo(ChangeKind.Waiting);
    }

    @Test
    void onHowManyPodsIsAWording() {
        assertThat(changed("on 2 of 2", "on 3 of 3")).isEqualTo(ChangeKind.Wording);
    }

    @Test
    void theRolloutStandsWhereItStoodAtAnyScore() {
        assertThat(ChangeKind.standsTheSame(status(BEFORE), status(BEFORE.replace("score: 100", "score: 0"))))
                .isTrue();
        assertThat(ChangeKind.standsTheSame(status(BEFORE), status(BEFORE.replace("Serve", "Withdrawn"))))
                .isFalse();
    }

    private static ChangeKind changed(String from, String to) {
        return ChangeKind.of(status(BEFORE), status(BEFORE.replace(from, to)));
    }

    private static ReadinessReportStatus status(String yaml) {
        return Serialization.unmarshal(yaml, ReadinessReportStatus.class);
    }
}
