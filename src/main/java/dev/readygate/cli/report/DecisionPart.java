package dev.readygate.cli.report;

import dev.readygate.api.v1alpha1.DocumentSection;
import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus;
import dev.readygate.api.v1alpha1.OpenDecision;
import dev.readygate.cli.document.Block;
import dev.readygate.cli.document.DocumentText;
import dev.readygate.cli.document.Tone;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The open approvals, and the factors for and against a release. */
record DecisionPart(DocumentModel matter, DocumentSection section) {
    private static final DocumentText DECIDED = DocumentText.of("decided").in(Tone.Good);
    private static final DocumentText PENDING = DocumentText.of("pending").in(Tone.Warning);
    private static final DocumentText OVERDUE = DocumentText.of("overdue").in(Tone.Bad);

    List<Block> decisions() {
        var approvals = matter.lines(section).stream()
                .filter(it ->
                        it.question().filter(spec -> spec.approval() != null).isPresent())
                .map(this::decision);
        var rows = Stream.concat(open(), approvals).toList();
        return rows.isEmpty()
                ? List.of(Block.says("No decision of a person is asked for."))
                : List.of(Block.table(
                        "Decisions",
                        List.of("Decision", "State", "Owner", "Decided by", "Gate", "Deadline", "Because"),
                        rows));
    }

    private Stream<List<DocumentText>> open() {
        return matter.sources().policies().stream()
                .flatMap(it -> it.decisions().stream())
                .distinct()
                .map(this::open);
    }

    /** It is open until its check passes; without a check, as long as the policy names it. */
    private List<DocumentText> open(OpenDecision decision) {
        var closing = matter.lines()
                .filter(it -> it.name().equals(decision.closedBy()))
                .findFirst();
        boolean decided = closing.filter(it -> it.state() == QuestionState.Pass).isPresent();
        return Block.row(
                DocumentText.of(decision.name()),
                decided ? DECIDED : overdue(decision) ? OVERDUE : PENDING,
                DocumentText.of(decision.owner()),
                DocumentText.of(closing.map(this::author).orElse("")),
                DocumentText.EMPTY,
                DocumentText.of(decision.due()),
                DocumentText.of(
                        closing.map(it -> it.title() + ": " + it.state().cell().text())
                                .orElse("")));
    }

    private boolean overdue(OpenDecision decision) {
        return decision.due() != null
                && decision.due().isBefore(LocalDate.ofInstant(matter.sources().now(), ZoneOffset.UTC));
    }

    private String author(QuestionLine line) {
        return matter.evidence(line).stream()
                .map(LineSentences::author)
                .findFirst()
                .orElse("");
    }

    private List<DocumentText> decision(QuestionLine line) {
        boolean decided = line.state() == QuestionState.Pass;
        return Block.row(
                DocumentText.of(line.title()),
                decided ? DECIDED : PENDING,
                DocumentText.of(line.owner()),
                DocumentText.of(author(line)),
                DocumentText.of(line.worst().gate()),
                DocumentText.of(
                        decided ? "" : Dates.minute(deadline(line.worst().gate()))),
                DocumentText.of(line.why()));
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

    private Stream<List<DocumentText>> against() {
        return Stream.of(
                        matter.gaps(section).stream()
                                .filter(QuestionLine::blocks)
                                .map(DecisionPart::against),
                        waived(),
                        belowPass(),
                        coverage(),
                        weakRows(),
                        risks())
                .flatMap(it -> it);
    }

    private Stream<List<DocumentText>> waived() {
        return matter.lines(section).stream()
                .filter(it -> it.state() == QuestionState.Waived)
                .map(it -> against("%s is excused, not passed".formatted(it.title()), false));
    }

    private Stream<List<DocumentText>> belowPass() {
        var scoring = matter.words().scoring();
        return matter.overall().score().stream()
                .filter(it -> Overall.isBelow(it, scoring.pass()))
                .map(it -> against(
                        "Overall %s, and %s is needed"
                                .formatted(
                                        matter.words().score(it), matter.words().score(scoring.pass())),
                        Overall.isBelow(it, scoring.conditional())));
    }

    private Stream<List<DocumentText>> coverage() {
        int needed = matter.words().scoring().minCoverage();
        return Stream.of(matter.overall().coverage())
                .filter(it -> it < needed)
                .map(it ->
                        against("%d %% of the weight is answered, and %d %% are needed".formatted(it, needed), false));
    }

    private Stream<List<DocumentText>> weakRows() {
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

    private Stream<List<DocumentText>> risks() {
        return RisksPart.open(matter).filter(RisksPart::isHigh).map(it -> against("Open risk: " + it.name(), false));
    }

    private Stream<List<DocumentText>> inFavour() {
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
                .map(it -> Block.row(DocumentText.of(it), DocumentText.of("for").in(Tone.Good), DocumentText.of("")));
    }

    private Optional<String> required() {
        long passing = matter.lines(section).stream()
                .filter(it -> it.required() && it.state() == QuestionState.Pass)
                .count();
        return Optional.of(passing == 1 ? "1 required check passes" : passing + " required checks pass")
                .filter(_ -> passing > 0);
    }

    private boolean isGreen(CategoryRow row) {
        return row.value()
                .filter(it -> !Overall.isBelow(
                        BigDecimal.valueOf(it), matter.words().scoring().green()))
                .isPresent();
    }

    /** What only holds releases at its gate does not stand against the verdict. */
    private static List<DocumentText> against(QuestionLine line) {
        var factor = LineSentences.gap(line).text();
        return line.required()
                ? against(factor, true)
                : Block.row(
                        DocumentText.of(factor),
                        DocumentText.of("against").in(Tone.Warning),
                        DocumentText.of("releases at gate " + line.worst().gate()));
    }

    private static List<DocumentText> against(String factor, boolean blocks) {
        return Block.row(
                DocumentText.of(factor),
                DocumentText.of("against").in(blocks ? Tone.Bad : Tone.Warning),
                DocumentText.of(blocks ? "yes" : "no"));
    }
}
