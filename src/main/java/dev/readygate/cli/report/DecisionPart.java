package dev.readygate.cli.report;

import dev.readygate.api.v1alpha1.DocumentSection;
import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus;
import dev.readygate.cli.document.Block;
import dev.readygate.cli.document.Cell;
import dev.readygate.cli.document.Tone;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What people still have to decide, and what speaks for it and against it. */
record DecisionPart(Matter matter, DocumentSection section) {

    List<Block> decisions() {
        var rows = matter.lines(section).stream()
                .filter(it ->
                        it.question().filter(spec -> spec.approval() != null).isPresent())
                .map(this::decision)
                .toList();
        return rows.isEmpty()
                ? List.of(Block.says("No decision of a person is asked for."))
                : List.of(Block.table(
                        "Decisions", List.of("Decision", "State", "Decided by", "Gate", "Deadline", "Because"), rows));
    }

    private List<Cell> decision(Line line) {
        boolean decided = line.state() == State.Pass;
        return Block.row(
                Cell.of(line.title()),
                decided ? Cell.of("decided").in(Tone.Good) : Cell.of("pending").in(Tone.Warning),
                Cell.of(matter.evidence(line).stream()
                        .map(Texts::author)
                        .findFirst()
                        .orElse("")),
                Cell.of(line.worst().gate()),
                Cell.of(decided ? "" : Dates.minute(deadline(line.worst().gate()))),
                Cell.of(line.why()));
    }

    private Instant deadline(Gate gate) {
        return matter.sources()
                .product()
                .reports()
                .flatMap(it -> it.gates().stream())
                .filter(it -> it.gate() == gate)
                .map(GateStatus::deadline)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    List<Block> factors() {
        var verdict = matter.overall().verdict();
        return List.of(
                Block.heading("Decision", matter.words().verdict(verdict)),
                Block.table(
                        "Factors",
                        List.of("Factor", "Speaks", "Blocks"),
                        Stream.concat(against(), inFavour()).toList()));
    }

    private Stream<List<Cell>> against() {
        return Stream.of(
                        matter.gaps(section).stream()
                                .filter(Line::blocks)
                                .map(it -> against(Texts.gap(it).text(), true)),
                        waived(),
                        belowPass(),
                        coverage(),
                        weakRows(),
                        risks())
                .flatMap(it -> it);
    }

    private Stream<List<Cell>> waived() {
        return matter.lines(section).stream()
                .filter(it -> it.state() == State.Waived)
                .map(it -> against("%s is excused, not passed".formatted(it.title()), false));
    }

    private Stream<List<Cell>> belowPass() {
        var scoring = matter.words().scoring();
        return matter.overall().score().stream()
                .filter(it -> Overall.isBelow(it, scoring.pass()))
                .map(it -> against(
                        "Overall %s, and %s is needed"
                                .formatted(
                                        matter.words().score(it), matter.words().score(scoring.pass())),
                        Overall.isBelow(it, scoring.conditional())));
    }

    private Stream<List<Cell>> coverage() {
        int needed = matter.words().scoring().minCoverage();
        return Stream.of(matter.overall().coverage())
                .filter(it -> it < needed)
                .map(it ->
                        against("%d %% of the weight is answered, and %d %% are needed".formatted(it, needed), false));
    }

    private Stream<List<Cell>> weakRows() {
        return matter.rows(section).stream()
                .filter(it -> it.value().isEmpty() || !isGreen(it))
                .map(it -> against(
                        "%s: %s%s"
                                .formatted(
                                        it.title(),
                                        matter.words().score(it).text(),
                                        it.counts() ? "" : ", not counted"),
                        false));
    }

    private Stream<List<Cell>> risks() {
        return RisksPart.open(matter).filter(RisksPart::isHigh).map(it -> against("Open risk: " + it.name(), false));
    }

    private Stream<List<Cell>> inFavour() {
        return Stream.of(
                        matter.rows(section).stream()
                                .filter(this::isGreen)
                                .map(it -> "%s: %s"
                                        .formatted(
                                                it.title(),
                                                matter.words().score(it).text())),
                        required().stream(),
                        matter.sources().product().subjects().stream()
                                .filter(it -> it.report().baseline() != null
                                        && !it.report().baseline().unproven())
                                .map(it -> "%s can go back to its verified revision %s"
                                        .formatted(
                                                it.deployment(),
                                                it.report().baseline().hash())))
                .flatMap(it -> it)
                .map(it -> Block.row(Cell.of(it), Cell.of("for").in(Tone.Good), Cell.of("")));
    }

    private Optional<String> required() {
        long passing = matter.lines(section).stream()
                .filter(it -> it.required() && it.state() == State.Pass)
                .count();
        return Optional.of(passing == 1 ? "1 required check passes" : passing + " required checks pass")
                .filter(_ -> passing > 0);
    }

    private boolean isGreen(Row row) {
        return row.value()
                .filter(it -> !Overall.isBelow(
                        BigDecimal.valueOf(it), matter.words().scoring().green()))
                .isPresent();
    }

    private static List<Cell> against(String factor, boolean blocks) {
        return Block.row(
                Cell.of(factor),
                Cell.of("against").in(blocks ? Tone.Bad : Tone.Warning),
                Cell.of(blocks ? "yes" : "no"));
    }
}
