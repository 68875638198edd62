package dev.readygate.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes that are written at once, and changes that may wait. */
class NewsTest {
    private static final String BEFORE = """
            score: 100
            coverage: 100
            grade: Green
            verdict: Pass
            scoring: {green: 80}
            phase: Serve
            waitingOn: healthy # all in all
            nextReview: 2026-04-01
            warnings: [careful]
            policies: [{kind: ReadinessPolicy, name: shop, generation: 1}]
            revision: {hash: v2, commit: c2, appliedBy: gitops, images: [app]}
            baseline: {hash: v1, images: [old], unproven: false}
            gates: [{gate: Serve, state: Held, since: 2026-03-01T12:00:00Z, waitingOn: healthy}]
            steps: [{share: 5%, state: Open, since: 2026-03-01T12:00:00Z, ready: 1, of: 10}]
            categories: [{name: safety, title: Safety, score: 90, weight: 30}]
            actions: [{text: Mend it, check: healthy}]
            risks: [{name: outage, open: true}]
            checks:
            - {name: healthy, outcome: Pass, weight: 1, required: false, message: on 2 of 2 pods, evidence: e, waivedBy: w, score: 100.0}
            conditions:
            - {type: Ready, status: "False", reason: Serving, message: on its way}
            """;

    private static ChangeKind changed(String from, String to) {
        assertThat(BEFORE).contains(from);
        return ChangeKind.of(status(BEFORE), status(BEFORE.replace(from, to)));
    }

    private static ReadinessReportStatus status(String yaml) {
        return Serialization.unmarshal(yaml, ReadinessReportStatus.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    verdict: Pass           | verdict: Fail
                    green: 80               | green: 90
                    phase: Serve            | phase: Stay
                    2026-04-01              | 2026-05-01
                    generation: 1           | generation: 2
                    commit: c2              | commit: c3
                    appliedBy: gitops       | appliedBy: alice
                    hash: v1                | hash: v0
                    unproven: false         | unproven: true
                    gate: Serve, state: Held | gate: Serve, state: Passed
                    share: 5%               | share: 6%
                    name: safety            | name: security
                    weight: 30              | weight: 40
                    Mend it                 | Leave it
                    open: true              | open: false
                    weight: 1,              | weight: 2,
                    required: false         | required: true
                    evidence: e             | evidence: f
                    waivedBy: w             | waivedBy: x
                    reason: Serving         | reason: Held
                    status: "False"         | status: "True"
                    """)
    void isToldAtOnce(String from, String to) {
        assertThat(changed(from, to)).isEqualTo(ChangeKind.News);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `waitingOn: healthy # all` | `waitingOn: rollout # all`
                    images: [app]           | images: [other]
                    images: [old]           | images: [older]
                    careful                 | beware
                    state: Open             | state: Done
                    """)
    void isToldIfItLasts(String from, String to) {
        assertThat(changed(from, to)).isEqualTo(ChangeKind.Waiting);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    score: 90               | score: 91
                    coverage: 100           | coverage: 99
                    ready: 1                | ready: 2
                    on its way              | still on its way
                    on 2 of 2 pods          | on 3 of 3 pods
                    score: 100.0            | score: 99.5
                    """)
    void isOnlyAnotherWording(String from, String to) {
        assertThat(changed(from, to)).isEqualTo(ChangeKind.Wording);
    }

    @Test
    void aReportBeforeItsFirstRevisionAndOneWithItDiffer() {
        var empty = status("{}");

        assertThat(ChangeKind.of(empty, empty)).isEqualTo(ChangeKind.Wording);
        assertThat(ChangeKind.standsTheSame(empty, status("revision: {hash: v1}")))
                .isFalse();
    }
}
