package dev.readygate.cli.text;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.readygate.api.v1alpha1.BaselineStatus;
import dev.readygate.api.v1alpha1.BaselineStatus.CheckThen;
import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.api.v1alpha1.CheckResult;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.RevisionStatus;
import dev.readygate.api.v1alpha1.RolloutRecord;
import dev.readygate.api.v1alpha1.RolloutRecord.RolloutOutcome;
import dev.readygate.cli.plan.DeclaredDeployment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Compares the baseline with the current revision, and says how to go back to it. */
public record BaselineText(DeclaredDeployment declared, ReadinessReportStatus report, Instant now, boolean colours) {

    public String text() {
        return Stream.of(head(), compared(), checks(), plan())
                .filter(it -> !it.isEmpty())
                .collect(joining("\n"));
    }

    private BaselineStatus baseline() {
        return report.baseline();
    }

    private String head() {
        var age = new Ages(now).since(baseline().verifiedAt());
        return "The baseline of %s is revision %s, %s.\n"
                .formatted(
                        declared.name(),
                        baseline().hash(),
                        baseline().unproven()
                                ? "adopted %s ago, and its checks have not passed since".formatted(age)
                                : "verified %s ago".formatted(age));
    }

    private String compared() {
        var table = new TextTable("", "BASELINE", "NOW");
        row(table, "revision", baseline().hash(), RevisionStatus::hash);
        row(table, "images", lines(baseline().images()), it -> lines(it.images()));
        row(table, "digests", lines(baseline().digests()), it -> lines(it.digests()));
        row(table, "commit", baseline().commit(), RevisionStatus::commit);
        row(table, "applied by", baseline().appliedBy(), RevisionStatus::appliedBy);
        table.row(TableCell.plain("score"), TableCell.plain(baseline().score()), TableCell.plain(report.score()));
        return table.text(colours);
    }

    private void row(TextTable table, String what, String then, Function<RevisionStatus, String> now) {
        var present = Optional.ofNullable(report.revision()).map(now).orElse(null);
        table.row(
                TableCell.plain(what),
                TableCell.plain(then),
                TableCell.plain(Objects.equals(then, present) ? "the same" : present));
    }

    private static String lines(List<String> all) {
        return String.join(", ", all);
    }

    private String checks() {
        var then = baseline().checks().stream().collect(toMap(CheckThen::name, CheckThen::outcome));
        var today = report.checks().stream()
                .filter(it -> it.outcome() != null)
                .collect(toMap(CheckResult::name, CheckResult::outcome));
        var changed = new TreeSet<>(then.keySet());
        changed.addAll(today.keySet());
        changed.removeIf(it -> then.get(it) == today.get(it));
        if (then.isEmpty() || changed.isEmpty()) {
            return then.isEmpty() ? "" : "Every check answers as it did then.\n";
        }
        var table = new TextTable("CHECK", "THEN", "NOW");
        changed.forEach(it -> table.row(TableCell.plain(it), outcome(then, it), outcome(today, it)));
        return table.text(colours);
    }

    private static TableCell outcome(Map<String, CheckOutcome> outcomes, String check) {
        return outcomes.containsKey(check) ? TableCell.word(outcomes.get(check)) : TableCell.plain("not asked");
    }

    private String plan() {
        var undo = "kubectl readygate undo %s -n %s"
                .formatted(declared.name(), declared.name().namespace());
        if (isBaseline()) {
            return before().map(it -> steps(
                            "What is declared is the baseline. To go back behind it, to revision "
                                    + "%s that was verified before:".formatted(it),
                            undo + " --to " + it))
                    .orElse("What is declared is the baseline, and none that was verified before it is recorded.\n");
        }
        return steps("To go back to it:", undo);
    }

    private boolean isBaseline() {
        return Optional.ofNullable(report.revision())
                .filter(it -> it.hash().equals(baseline().hash()))
                .isPresent();
    }

    private Optional<String> before() {
        return report.history().stream()
                .filter(it -> it.outcome() == RolloutOutcome.Promoted)
                .map(RolloutRecord::revision)
                .filter(it -> !it.equals(baseline().hash()))
                .findFirst();
    }

    private String steps(String why, String undo) {
        var wait = "kubectl readygate wait %s -n %s"
                .formatted(declared.name(), declared.name().namespace());
        var keeper = declared.keeper().map("in what %s applies"::formatted).orElse("where its manifest is kept");
        return """
                %s
                  1. %s
                     declares its template again; pods of a verified revision wait at no gate
                  2. %s
                     until it has taken over
                  3. revert it %s, or it is brought in again
                """.formatted(why, undo, wait, keeper);
    }
}
