package dev.readygate.cli.text;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.api.v1alpha1.CheckResult;
import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.ReadinessReportStatus.ActionItem;
import dev.readygate.cli.plan.ReportedDeployment;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Explains the state of a Deployment: the report's sentence, its gates, its checks, and the next steps. */
public final class Explanation {
    private final ReportedDeployment known;
    private final Ages ages;
    private final boolean colours;

    private Explanation(ReportedDeployment known, Instant now, boolean colours) {
        this.known = known;
        this.ages = new Ages(now);
        this.colours = colours;
    }

    public static String of(ReportedDeployment known, Instant now, boolean colours) {
        var explanation = new Explanation(known, now, colours);
        return Stream.concat(explanation.head(), explanation.details())
                .filter(it -> !it.isEmpty())
                .collect(joining("\n"));
    }

    private Stream<String> head() {
        var name = known.declared().name();
        var phase = known.current().map(it -> colour(it.phase()) + "\n").orElse("not known yet\n");
        var sentence = known.current().map(ReportedDeployment::sentence).orElseGet(known::whyNotCurrent);
        return Stream.of("%s in %s: %s%s\n".formatted(name, name.namespace(), phase, sentence));
    }

    private Stream<String> details() {
        return Stream.concat(
                known.report().stream()
                        .flatMap(it -> Stream.of(revisions(it), gates(it), steps(it), checks(it), remedies(it))),
                Stream.of(next()));
    }

    private String revisions(ReadinessReportStatus status) {
        var table = new TextTable("", "REVISION", "IMAGES", "BY", "");
        Optional.ofNullable(status.revision())
                .ifPresent(it -> table.row(
                        TableCell.plain(known.current().isPresent() ? "declared" : "declared before"),
                        TableCell.plain(it.hash()),
                        TableCell.plain(String.join(", ", it.images())),
                        TableCell.plain(it.appliedBy()),
                        TableCell.plain("")));
        Optional.ofNullable(status.baseline())
                .ifPresent(it -> table.row(
                        TableCell.plain("last good"),
                        TableCell.plain(it.hash()),
                        TableCell.plain(String.join(", ", it.images())),
                        TableCell.plain(it.appliedBy()),
                        TableCell.plain((it.unproven() ? "adopted %s ago, unproven" : "since %s")
                                .formatted(ages.since(it.verifiedAt())))));
        return table.withoutEmptyColumns().text(colours);
    }

    private String gates(ReadinessReportStatus status) {
        if (status.gates().isEmpty()) {
            return "";
        }
        var table = new TextTable("GATE", "STATE", "SINCE", "DEADLINE", "WAITING ON");
        status.gates()
                .forEach(it -> table.row(
                        TableCell.plain(it.gate()),
                        TableCell.word(it.state()),
                        TableCell.plain(ages.since(it.since())),
                        TableCell.plain(ages.until(it.deadline())),
                        TableCell.plain(it.waitingOn())));
        return table.withoutEmptyColumns().text(colours);
    }

    private String steps(ReadinessReportStatus status) {
        if (status.steps().isEmpty()) {
            return "";
        }
        var table = new TextTable("STEP", "STATE", "SINCE", "NEW PODS");
        status.steps()
                .forEach(it -> table.row(
                        TableCell.plain(it.share()),
                        TableCell.word(it.state()),
                        TableCell.plain(ages.since(it.since())),
                        TableCell.plain(
                                it.newPods() == null ? "" : "%d of %d ready".formatted(it.newPods(), it.allPods()))));
        return table.withoutEmptyColumns().text(colours);
    }

    private String checks(ReadinessReportStatus status) {
        if (status.checks().isEmpty()) {
            return "";
        }
        var table = new TextTable("CHECK", "GATE", "OUTCOME", "VALUE", "LIMIT", "SINCE", "EVIDENCE", "BECAUSE");
        status.checks().stream()
                .sorted(comparing(Explanation::place).thenComparing(Explanation::rank))
                .forEach(it -> table.row(
                        TableCell.plain(it.name()),
                        TableCell.plain(it.gate()),
                        TableCell.word(it.outcome()),
                        TableCell.plain(it.value()),
                        TableCell.plain(it.limit()),
                        TableCell.plain(ages.since(it.since())),
                        TableCell.plain(it.evidence()),
                        TableCell.plain(because(it))));
        var lines = table.withoutEmptyColumns().text(colours);
        return ReportedDeployment.isGoingBack(status) ? "Asked of the pods that serve:\n" + lines : lines;
    }

    private static String because(CheckResult check) {
        return Stream.of(
                        Optional.ofNullable(check.message()),
                        Optional.ofNullable(check.waivedBy()).map("waived by %s"::formatted))
                .flatMap(Optional::stream)
                .collect(joining("; "));
    }

    /** Orders checks by gate, as a release passes them; checks that are only scored come last. */
    private static int place(CheckResult check) {
        return Optional.ofNullable(check.gate()).map(Enum::ordinal).orElse(Gate.values().length);
    }

    /** Orders outcomes so that the reasons of a hold come first: failures before missing answers. */
    private static int rank(CheckResult check) {
        return switch (Optional.ofNullable(check.outcome()).orElse(CheckOutcome.Unknown)) {
            case Fail -> 0;
            case Error -> 1;
            case Unknown -> 2;
            case Waived -> 3;
            case Pass -> 4;
            case NotApplicable -> 5;
        };
    }

    private String remedies(ReadinessReportStatus status) {
        var lines = ReportedDeployment.isGoingBack(status) ? anotherTemplate(status) : answers(status);
        return lines.isEmpty() ? "" : colour("What would let it pass", Colour.Strong) + "\n" + lines;
    }

    private static String answers(ReadinessReportStatus status) {
        return status.checks().stream()
                .filter(it -> it.gate() != null && rank(it) < 3)
                .sorted(comparing(Explanation::place).thenComparing(Explanation::rank))
                .map(it -> "  %s: %s\n".formatted(it.name(), remedy(it, status.actions())))
                .collect(joining());
    }

    private static String anotherTemplate(ReadinessReportStatus status) {
        return status.waitingOn() == null
                ? ""
                : "  %s: another template whose pods pass it, or one more attempt with this one\n"
                        .formatted(status.waitingOn());
    }

    private static String remedy(CheckResult check, List<ActionItem> actions) {
        return actions.stream()
                .filter(it -> check.name().equals(it.check()))
                .map(ActionItem::text)
                .filter(Objects::nonNull)
                .findFirst()
                .map(it -> check.limit() == null ? it : "%s (expected %s)".formatted(it, check.limit()))
                .or(() -> Optional.ofNullable(check.message()))
                .orElse("a passing answer");
    }

    private String next() {
        var steps = NextSteps.of(known);
        int width = steps.stream().mapToInt(it -> it.command().length()).max().orElse(0);
        return steps.isEmpty()
                ? ""
                : steps.stream()
                        .map(it -> "  %s%s   %s\n"
                                .formatted(
                                        it.command(),
                                        " ".repeat(width - it.command().length()),
                                        it.does()))
                        .collect(joining("", colour("Next", Colour.Strong) + "\n", ""));
    }

    private String colour(Object word) {
        return colour(String.valueOf(word), Colour.of(word));
    }

    private String colour(String text, Colour colour) {
        return colours ? colour.paint(text) : text;
    }
}
