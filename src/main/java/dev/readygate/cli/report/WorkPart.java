package dev.readygate.cli.report;

import dev.readygate.api.v1alpha1.DocumentSection;
import dev.readygate.cli.document.Block;
import dev.readygate.cli.document.Block.Checklist;
import dev.readygate.cli.document.Block.Item;
import dev.readygate.cli.document.DocumentText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The open work: as actions, as missing capabilities, as gaps to live with, as exit criteria. */
record WorkPart(DocumentModel matter, DocumentSection section) {

    List<Block> actions() {
        var actions = section.limited(gaps().filter(it -> it.todo() != null).toList());
        return actions.isEmpty()
                ? List.of(Block.says("Nothing is to be done."))
                : List.of(
                        Block.table(
                                "Actions, the most urgent first",
                                List.of("Priority", "What", "Why", "Duration", "Owner"),
                                actions.stream().map(this::action).toList()),
                        Block.says("All of it: %s."
                                .formatted(EffortSum.of(actions.stream().map(QuestionLine::effort)))));
    }

    private List<DocumentText> action(QuestionLine line) {
        return Block.row(
                priority(line),
                DocumentText.of(line.todo()).to(line.runbook().orElse(null)),
                LineSentences.gap(line),
                DocumentText.of(line.effort()),
                DocumentText.of(line.owner()));
    }

    private static DocumentText priority(QuestionLine line) {
        return DocumentText.of(line.priority().map(Enum::name).orElse("none given"));
    }

    List<Block> missing() {
        var rows = gaps().map(it -> Block.row(
                        DocumentText.of(it.title()),
                        DocumentText.of(impact(it)),
                        priority(it),
                        DocumentText.of(it.effort()),
                        gain(it)))
                .toList();
        return rows.isEmpty()
                ? List.of(Block.says("No capability is missing."))
                : List.of(
                        Block.table(
                                "Missing capabilities",
                                List.of("Capability", "Impact", "Priority", "Effort", "#Return"),
                                section.limited(rows)),
                        Block.says("Return is what the overall number would gain if that check passed."));
    }

    private static String impact(QuestionLine line) {
        if (line.required()) {
            return "keeps it from passing";
        }
        if (line.worst().gate() != null) {
            return "holds releases at gate " + line.worst().gate();
        }
        return line.state() == QuestionState.Fail ? "lowers the score" : "lowers the coverage";
    }

    private DocumentText gain(QuestionLine line) {
        return matter.overall()
                .gain(line)
                .map(it -> DocumentText.of(sign(it) + matter.words().number(it)))
                .orElse(DocumentText.of("unknown"));
    }

    private static String sign(BigDecimal number) {
        return number.signum() > 0 ? "+" : "";
    }

    /** Without gaps that prevent the verdict Pass or hold a release at a gate. */
    List<Block> gapsToLiveWith() {
        var rows = gaps().filter(it -> !it.blocks()).map(WorkPart::tolerated).toList();
        return rows.isEmpty()
                ? List.of(Block.says("There are none."))
                : List.of(Block.table(
                        "Gaps that block nothing",
                        List.of("Gap", "State", "What closes it", "Work", "Target day", "Owner"),
                        section.limited(rows)));
    }

    /** The target day is the day on which the check began to fail, plus the effort. */
    private static List<DocumentText> tolerated(QuestionLine line) {
        return Block.row(
                DocumentText.of(line.title()),
                line.state().cell(),
                DocumentText.of(line.todo() == null ? line.why() : line.todo())
                        .to(line.runbook().orElse(null)),
                DocumentText.of(line.effort()),
                DocumentText.of(Dates.after(line.worst().since(), line.effort()).orElse("")),
                DocumentText.of(line.owner()));
    }

    /** All required checks, and then as many others as it takes to reach the target. */
    List<Block> exitCriteria() {
        var items = new ArrayList<Item>();
        var overall = matter.overall();
        items.add(score(overall));
        items.add(coverage(overall));
        var open = gaps().toList();
        int listed = 0;
        while (listed < open.size() && (open.get(listed).required() || !isThere(overall))) {
            overall = overall.assuming(open.get(listed));
            items.add(new Item(false, criterion(open.get(listed), overall)));
            listed++;
        }
        required()
                .map(it -> new Item(true, DocumentText.of(it.title() + " (required)")))
                .forEach(items::add);
        return List.of(new Checklist(items), Block.says(behind(open.size() - listed)));
    }

    private static String behind(int rest) {
        return "Behind each criterion is the overall number once it and those above it are met."
                + (rest == 0
                        ? ""
                        : " %d further %s not needed for it.".formatted(rest, rest == 1 ? "gap is" : "gaps are"));
    }

    private Item score(Overall overall) {
        var from = overall.score().map(matter.words()::score).orElse("no data");
        return new Item(
                reaches(overall),
                DocumentText.of("Overall %s, from %s".formatted(matter.words().targetBand(), from)));
    }

    private Item coverage(Overall overall) {
        int needed = matter.words().scoring().minCoverage();
        return new Item(
                overall.coverage() >= needed,
                DocumentText.of("%d %% of the weight answered, from %d %%".formatted(needed, overall.coverage())));
    }

    private boolean isThere(Overall overall) {
        return reaches(overall)
                && overall.coverage() >= matter.words().scoring().minCoverage();
    }

    private boolean reaches(Overall overall) {
        return overall.score()
                .filter(it -> !Overall.isBelow(it, matter.words().target()))
                .isPresent();
    }

    private DocumentText criterion(QuestionLine line, Overall then) {
        var score = then.score().map(it -> ", then " + matter.words().score(it)).orElse("");
        return DocumentText.of(LineSentences.gap(line).text() + score);
    }

    private Stream<QuestionLine> required() {
        return matter.lines(section).stream().filter(it -> it.required() && it.state() == QuestionState.Pass);
    }

    private Stream<QuestionLine> gaps() {
        return matter.gaps(section).stream();
    }
}
