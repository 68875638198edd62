package dev.readygate.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.cli.plan.Cart;
import dev.readygate.cli.plan.DeclaredDeployment.DeploymentName;
import dev.readygate.cli.text.StatusTable.Listed;
import dev.readygate.cli.text.StatusTable.TableOptions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusTableTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<Listed> REPORTS = List.of(listed("cart", """
                    phase: Withdrawn
                    verdict: Conditional
                    grade: Amber
                    score: 64
                    coverage: 90
                    waitingOn: healthy
                    revision: {hash: 8469dd8fd4}
                    baseline: {hash: 7c76b4bd67}
                    conditions: [{type: Ready, status: "False", reason: Withdrawn, message: It was withdrawn.}]
                    """), listed("mail", "{phase: Idle}"));

    @Test
    void hasALineForEachReport() {
        assertThat(text(new TableOptions(false, false, false))).isEqualTo("""
                NAME   PHASE       VERDICT       SCORE   REVISION     WAITING ON   AGE
                cart   Withdrawn   Conditional   64      8469dd8fd4   healthy      3m
                mail   Idle                                                        3m
                """);
    }

    @Test
    void saysMoreWhenItMayBeWide() {
        assertThat(text(new TableOptions(true, true, false))).isEqualTo("""
                NAMESPACE   NAME   PHASE       VERDICT       SCORE   REVISION     WAITING ON   AGE   COVERAGE   BASELINE     STATUS
                shop        cart   Withdrawn   Conditional   64      8469dd8fd4   healthy      3m    90         7c76b4bd67   It was withdrawn.
                shop        mail   Idle                                                        3m                            Nothing is said of it yet.
                """);
    }

    @Test
    void aligningIsNotDisturbedByColours() {
        var painted = text(new TableOptions(false, false, true));

        assertThat(painted).contains("\033[31mWithdrawn\033[0m   \033[33mConditional\033[0m   \033[33m64\033[0m");
        assertThat(painted.replaceAll("\033\\[\\d+m", "")).isEqualTo(text(new TableOptions(false, false, false)));
    }

    @Test
    void aLineThatComesLaterStandsInLineWithThoseBefore() {
        var table = new StatusTable(new TableOptions(false, false, false), NOON, new Columns());
        assertThat(table.text(REPORTS)).startsWith("NAME   PHASE       VERDICT       SCORE");

        assertThat(table.line(listed("mail", "{phase: Serve, verdict: Pass, score: 100}")))
                .isEqualTo("mail   Serve       Pass          100                               3m\n");
        assertThat(table.line(listed("checkout", "{phase: Idle, verdict: Pass, score: 9}")))
                .isEqualTo("checkout   Idle        Pass          9                                 3m\n");
        assertThat(table.line(listed("cart", "{phase: Idle, verdict: Pass, score: 9}")))
                .isEqualTo("cart       Idle        Pass          9                                 3m\n");
    }

    private static String text(TableOptions look) {
        return new StatusTable(look, NOON).text(REPORTS);
    }

    private static Listed listed(String name, String status) {
        return new Listed(new DeploymentName("shop", name), NOON.minusSeconds(180), Cart.status(status));
    }
}
