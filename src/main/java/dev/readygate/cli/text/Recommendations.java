package dev.readygate.cli.text;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.CheckResult;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.SloStatus;
import dev.readygate.cli.plan.DeclaredDeployment.DeploymentName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Prints the objectives that the measured past supports, and the lines of a policy for them. It applies none. */
public final class Recommendations {
    private Recommendations() {}

    public record ReportedStatus(DeploymentName name, ReadinessReportStatus status) {}

    private record RecommendedSlo(DeploymentName name, SloStatus slo, String policy) {
        boolean changes() {
            return slo.objective() != null
                    && slo.recommended() != null
                    && !slo.recommended().equals(slo.objective());
        }
    }

    public static String of(List<ReportedStatus> reports, boolean colours) {
        var lines = reports.stream().flatMap(Recommendations::lines).toList();
        if (lines.isEmpty()) {
            return "No check of kind slo is asked here, so there is no objective to recommend.\n";
        }
        return table(lines, colours) + edits(lines);
    }

    private static Stream<RecommendedSlo> lines(ReportedStatus report) {
        return report.status().slos().stream()
                .map(it -> new RecommendedSlo(report.name(), it, policy(report.status(), it)));
    }

    private static String policy(ReadinessReportStatus status, SloStatus slo) {
        return status.checks().stream()
                .filter(it -> it.name().equals(slo.name()))
                .map(CheckResult::policy)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static String table(List<RecommendedSlo> lines, boolean colours) {
        var table =
                new TextTable("DEPLOYMENT", "SLO", "WINDOW", "OBJECTIVE", "ATTAINED", "BUDGET", "RECOMMENDED", "WHY");
        lines.forEach(it -> table.row(
                TableCell.plain(it.name()),
                TableCell.plain(it.slo().name()),
                TableCell.plain(it.slo().window()),
                TableCell.plain(it.slo().objective()),
                TableCell.plain(percent(it.slo().attained())),
                budget(it.slo()),
                TableCell.plain(it.slo().recommended()),
                TableCell.plain(why(it.slo()))));
        return table.text(colours);
    }

    private static TableCell budget(SloStatus slo) {
        var left = slo.budgetLeft();
        return left == null ? TableCell.plain("") : new TableCell(percent(left), left < 0 ? Colour.Bad : Colour.Good);
    }

    private static String percent(Double number) {
        return number == null
                ? ""
                : BigDecimal.valueOf(number)
                                .setScale(3, RoundingMode.FLOOR)
                                .stripTrailingZeros()
                                .toPlainString()
                        + "%";
    }

    private static String why(SloStatus slo) {
        if (slo.attained() == null) {
            return "nothing was measured over the window yet";
        }
        if (slo.recommended() == null) {
            return "what was attained supports no usual objective";
        }
        int stricter = slo.objective() == null
                ? 0
                : slo.recommended().percent().compareTo(slo.objective().percent());
        if (stricter == 0) {
            return "the objective fits";
        }
        return stricter > 0
                ? "it was kept with a quarter of its budget left: you could promise more"
                : slo.budgetLeft() != null && slo.budgetLeft() < 0
                        ? "the objective was missed: promise this, or improve"
                        : "less than a quarter of the budget was left: promise this, or improve";
    }

    /** Groups the edits by policy, where objectives are declared; its Deployments may lead to different numbers. */
    private static String edits(List<RecommendedSlo> lines) {
        var byPolicy = new TreeMap<>(
                lines.stream().filter(RecommendedSlo::changes).collect(groupingBy(RecommendedSlo::policy)));
        return byPolicy.entrySet().stream()
                .map(it -> "\n# %s, if you agree; nothing is changed by itself\nchecks:\n%s"
                        .formatted(
                                Optional.of(it.getKey())
                                        .filter(name -> !name.isEmpty())
                                        .map("policy %s"::formatted)
                                        .orElse("the policy"),
                                it.getValue().stream()
                                        .map(Recommendations::edit)
                                        .distinct()
                                        .collect(joining())))
                .collect(joining());
    }

    private static String edit(RecommendedSlo line) {
        return "- name: %s\n  slo:\n    objective: %s   # %s; was %s\n"
                .formatted(
                        line.slo().name(),
                        line.slo().recommended(),
                        line.name(),
                        line.slo().objective());
    }
}
