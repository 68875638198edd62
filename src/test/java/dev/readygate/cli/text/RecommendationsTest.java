package dev.readygate.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.cli.plan.Cart;
import dev.readygate.cli.plan.DeclaredDeployment.DeploymentName;
import dev.readygate.cli.text.Recommendations.ReportedStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecommendationsTest {
    private static final List<ReportedStatus> REPORTED = List.of(
            new ReportedStatus(new DeploymentName("shop", "cart"), Cart.status("""
                    slos:
                    - {name: available, objective: 99.5%, window: 30d, attained: 99.9712, budgetLeft: 94, recommended: 99.95%}
                    - {name: fast, objective: 99%, window: 30d, attained: 97.2, budgetLeft: -180, recommended: 95%}
                    - {name: fits, objective: 99%, window: 30d, attained: 99.3, budgetLeft: 30, recommended: 99%}
                    - {name: new, objective: 99%, window: 7d}
                    checks:
                    - {name: healthy, policy: other}
                    - {name: available, policy: shop}
                    - {name: fast}
                    """)),
            new ReportedStatus(new DeploymentName("shop", "mail"), Cart.status("""
                    slos:
                    - {name: available, objective: 99.9%, window: 30d, attained: 99.91, budgetLeft: 10, recommended: 99.5%}
                    - {name: hopeless, objective: 99%, window: 30d, attained: 50, budgetLeft: -4900}
                    - {name: untold, window: 30d, attained: 99.3, recommended: 99%}
                    - {name: unspent, objective: 99.9%, window: 30d, attained: 99, recommended: 98%}
                    checks: [{name: available, policy: shop}]
                    """)));

    @Test
    void sayTheAttainedAndTheRecommendedObjective() {
        assertThat(Recommendations.of(REPORTED, false)).isEqualTo("""
                DEPLOYMENT   SLO         WINDOW   OBJECTIVE   ATTAINED   BUDGET   RECOMMENDED   WHY
                cart         available   30d      99.5%       99.971%    94%      99.95%        it was kept with a quarter of its budget left: you could promise more
                cart         fast        30d      99%         97.2%      -180%    95%           the objective was missed: promise this, or improve
                cart         fits        30d      99%         99.3%      30%      99%           the objective fits
                cart         new         7d       99%                                           nothing was measured over the window yet
                mail         available   30d      99.9%       99.91%     10%      99.5%         less than a quarter of the budget was left: promise this, or improve
                mail         hopeless    30d      99%         50%        -4900%                 what was attained supports no usual objective
                mail         untold      30d                  99.3%               99%           the objective fits
                mail         unspent     30d      99.9%       99%                 98%           less than a quarter of the budget was left: promise this, or improve

                # the policy, if you agree; nothing is changed by itself
                checks:
                - name: fast
                  slo:
                    objective: 95%   # cart; was 99%
                - name: unspent
                  slo:
                    objective: 98%   # mail; was 99.9%

                # policy shop, if you agree; nothing is changed by itself
                checks:
                - name: available
                  slo:
                    objective: 99.95%   # cart; was 99.5%
                - name: available
                  slo:
                    objective: 99.5%   # mail; was 99.9%
                """);
    }

    @Test
    void withoutObjectivesThereIsNothingToSay() {
        assertThat(Recommendations.of(List.of(new ReportedStatus(Cart.NAME, Cart.status("{phase: Idle}"))), false))
                .isEqualTo("No check of kind slo is asked here, so there is no objective to recommend.\n");
    }

    @Test
    void budgetsAreColoured() {
        assertThat(Recommendations.of(REPORTED, true)).contains("\033[32m94%\033[0m", "\033[31m-180%\033[0m");
    }
}
