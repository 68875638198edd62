package dev.readygate.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.cli.plan.Cart;
import dev.readygate.cli.plan.ReportedDeployment;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String HELD = """
            deploymentGeneration: 7
            phase: Serve
            waitingOn: healthy
            revision: {hash: 8469dd8fd4, images: ["cart:3"], appliedBy: ann}
            baseline: {hash: 7c76b4bd67, images: ["cart:2"], verifiedAt: "2026-03-01T09:00:00Z"}
            gates:
            - {gate: Serve, state: Failed, since: "2026-03-01T11:58:00Z", waitingOn: "healthy: GET /health answered 503"}
            - {gate: Stay, state: Pending}
            checks:
            - {name: page, outcome: Pass, value: "200", since: "2026-03-01T11:00:00Z", message: GET / answered 200}
            - {name: signed, gate: Serve, outcome: Waived, waivedBy: late, evidence: signoff}
            - {name: healthy, gate: Serve, outcome: Fail, value: "503", limit: 200-299, since: "2026-03-01T11:58:00Z",
               message: "GET /health answered 503 on 1 of 1 pod, expected 200-299"}
            - {name: quick, gate: Serve, outcome: Unknown, message: waiting for the answers of all pods}
            actions: [{priority: P1, text: Look at the log of a new pod, check: healthy}]
            conditions:
            - {type: Ready, status: "False", reason: Held, message: "healthy: GET /health answered 503"}
            - {type: Stalled, status: "True", reason: Held, message: "healthy: GET /health answered 503"}
            """;
    private static final String WITHDRAWN =
            HELD.replace("phase: Serve", "phase: Withdrawn").replace("reason: Held", "reason: Withdrawn");

    @Test
    void ofAHeldReleaseSaysWhyAndWhatToDo() {
        assertThat(of(HELD)).isEqualTo("""
                cart in shop: Serve
                healthy: GET /health answered 503

                            REVISION     IMAGES   BY
                declared    8469dd8fd4   cart:3   ann
                last good   7c76b4bd67   cart:2         since 3h

                GATE    STATE     SINCE   WAITING ON
                Serve   Failed    2m      healthy: GET /health answered 503
                Stay    Pending

                CHECK     GATE    OUTCOME   VALUE   LIMIT     SINCE   EVIDENCE   BECAUSE
                healthy   Serve   Fail      503     200-299   2m                 GET /health answered 503 on 1 of 1 pod, expected 200-299
                quick     Serve   Unknown                                        waiting for the answers of all pods
                signed    Serve   Waived                              signoff    waived by late
                page              Pass      200               60m                GET / answered 200

                What would let it pass
                  healthy: Look at the log of a new pod (expected 200-299)
                  quick: waiting for the answers of all pods

                Next
                  kubectl readygate undo cart -n shop      declare the last good revision 7c76b4bd67 again
                  kubectl readygate proceed cart -n shop   let it through whatever its checks say; takes the verb proceed on readinessreports
                """);
    }

    @Test
    void ofAWithdrawnReleaseSaysWhichPodsTheChecksAreAbout() {
        assertThat(of(WITHDRAWN)).contains("""
                Asked of the pods that serve:
                CHECK""", """
                What would let it pass
                  healthy: another template whose pods pass it, or one more attempt with this one

                Next
                  kubectl apply -f …                     a corrected template rolls out from the last good revision by itself
                  kubectl readygate retry cart -n shop   try the same template once more
                  kubectl readygate undo cart -n shop    declare the last good revision 7c76b4bd67 again
                """);
    }

    @Test
    void beginsWithTheChecksThatKeepItWhereItIs() {
        var text = of("""
                deploymentGeneration: 7
                phase: Serve
                checks:
                - {name: late, outcome: Fail}
                - {name: later, gate: Stay, outcome: NotApplicable}
                - {name: silent, gate: Serve}
                - {name: broken, gate: Serve, outcome: Error}
                - {name: bad, gate: Serve, outcome: Fail}
                actions: [{priority: P1, check: broken}, {priority: P1, check: bad, text: Look at it}]
                conditions:
                - {type: Ready, status: "False", reason: Serving, message: It is on its way.}
                - {type: Stalled, status: "False", reason: Serving, message: It is on its way.}
                """);

        assertThat(text).containsSubsequence("bad ", "broken ", "silent ", "later ", "late ", "What would let it pass");
        assertThat(text).contains("  bad: Look at it\n", "  broken: a passing answer\n");
        assertThat(text).contains("readygate wait cart").doesNotContain("readygate undo");
    }

    @Test
    void goesGateByGate() {
        var text = of("""
                deploymentGeneration: 7
                phase: Serve
                checks:
                - {name: scored, outcome: Error}
                - {name: last, gate: Stay, outcome: Fail}
                - {name: sound, gate: Serve, outcome: Pass}
                - {name: bad, gate: Serve, outcome: Fail}
                - {name: first, gate: Admit, outcome: Pass}
                conditions: [{type: Ready, status: "False", reason: Serving, message: It is on its way.}]
                """);

        assertThat(text)
                .containsSubsequence("\nfirst ", "\nbad ", "\nsound ", "\nlast ", "\nscored ", "  bad: ", "  last: ");
    }

    @Test
    void namesEvidenceThatUsersCouldGive() {
        var waiting = """
                deploymentGeneration: 7
                phase: Serve
                revision: {hash: v2}
                attempt:
                  revision: v2
                  checks:
                  - {name: tested, gate: Serve, evidence: {type: unit-tests}}
                  - {name: scanned, gate: Serve, evidence: {type: image-scan}}
                  - {name: unasked, gate: Serve, evidence: {type: other}}
                  - {name: signed, gate: Serve, approval: {groups: [managers]}}
                checks:
                - {name: tested, gate: Serve, outcome: Unknown}
                - {name: scanned, gate: Serve, outcome: Pass}
                - {name: signed, gate: Serve, outcome: %s}
                conditions: [{type: Ready, status: "False", reason: Serving, message: It is on its way.}]
                """;

        assertThat(of(waiting.formatted("Unknown")))
                .containsSubsequence(
                        "kubectl readygate approve cart -n shop ",
                        "kubectl readygate evidence unit-tests --deployment cart -n shop --current … ",
                        "kubectl readygate wait cart")
                .doesNotContain("evidence image-scan", "evidence other");
        assertThat(of(waiting.formatted("Pass"))).doesNotContain("readygate approve");
        assertThat(of(waiting.formatted("Unknown").replace("phase: Serve", "phase: Withdrawing")))
                .doesNotContain("readygate evidence", "readygate approve");
    }

    @Test
    void ofAReleaseInStepsSaysHowFarItIs() {
        var text = of("""
                deploymentGeneration: 7
                phase: Serve
                revision: {hash: v2, images: []}
                baseline: {hash: v1, unproven: true, verifiedAt: "2026-03-01T11:00:00Z"}
                gates: [{gate: Serve, state: Held, since: "2026-03-01T11:58:00Z", deadline: "2026-03-01T12:28:00Z"}]
                steps:
                - {share: 10%, state: Open, since: "2026-03-01T11:59:00Z", newPods: 1, allPods: 10}
                - {share: 100%, state: Pending}
                conditions: [{type: Ready, status: "False", reason: Serving, message: It is on its way.}]
                """);

        assertThat(text).contains("""
                            REVISION
                declared    v2
                last good   v1         adopted 60m ago, unproven

                GATE    STATE   SINCE   DEADLINE
                Serve   Held    2m      in 28m

                STEP   STATE     SINCE   NEW PODS
                10%    Open      60s     1 of 10 ready
                100%   Pending

                Next
                """);
    }

    @Test
    void beforeTheOperatorHasLookedDoesNotPassOffAnOldReportAsThisOnes() {
        assertThat(of(WITHDRAWN.replace("deploymentGeneration: 7", "deploymentGeneration: 6")))
                .startsWith("""
                        cart in shop: not known yet
                        The operator has not looked at the newest change of cart yet.
                        """)
                .contains("declared before")
                .endsWith("kubectl readygate explain cart -n shop   look again in a moment\n");
    }

    @Test
    void withoutAReportPointsToThePolicies() {
        assertThat(Explanation.of(Cart.unreported(), NOON, false)).isEqualTo("""
                cart in shop: not known yet
                There is no report of cart: no policy meets it, or the operator has not seen it yet.

                Next
                  kubectl get readinesspolicies -n shop    which policies there are, and how many they meet
                  kubectl readygate explain cart -n shop   look again in a moment
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "Serve, Serving, wait, reject",
        "Stay, Soaking, wait, reject",
        "Start, Starting, wait, proceed",
        "Restoring, Withdrawn, wait, wait",
        "Withdrawing, Withdrawn, wait, wait",
        "Withdrawn, Withdrawn, retry, undo"
    })
    void endsWithTheNextSteps(String phase, String reason, String one, String other) {
        assertThat(of(Cart.saying(phase, "False", reason, "Because.")))
                .contains("kubectl readygate " + one + " cart", "kubectl readygate " + other + " cart");
    }

    @Test
    void ofAReleaseThatIsStuckOffersTheWayBackBeforeTheWayThrough() {
        var stuck = Cart.saying("Serve", "False", "Held", "It is held.")
                + "- {type: Stalled, status: \"True\", reason: Held, message: It is held.}\n";

        assertThat(of(stuck.replace("conditions: [{", "conditions:\n- {").replace("}]\n", "}\n")))
                .containsSubsequence("readygate undo cart", "readygate proceed cart");
    }

    @Test
    void ofAnObservedDeploymentSaysHowToEnforce() {
        assertThat(of(Cart.saying("Idle", "Unknown", "Observed", "Scored only.")))
                .endsWith("kubectl edit readinesspolicy -n shop   mode: Enforce lets it hold releases\n");
        assertThat(of(Cart.saying("Idle", "True", "Verified", "It is verified.")))
                .doesNotContain("Next");
    }

    @Test
    void isPaintedForTerminals() {
        var painted = Explanation.of(Cart.known(WITHDRAWN), NOON, true);

        assertThat(painted).contains("cart in shop: \033[31mWithdrawn\033[0m", "\033[1mNext\033[0m");
        assertThat(painted.replaceAll("\033\\[\\d+m", "")).isEqualTo(of(WITHDRAWN));
    }

    private static String of(String status) {
        return Explanation.of(known(status), NOON, false);
    }

    private static ReportedDeployment known(String status) {
        return Cart.known(status);
    }
}
