package dev.readygate.cli.report;

import dev.readygate.cli.document.Block;
import dev.readygate.cli.document.DocumentText;
import dev.readygate.cli.document.Tone;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What has changed since an earlier report: scores by row, gaps closed, and gaps opened with their reason. */
record ChangesPart(DocumentModel matter, EarlierReport before) {

    String title() {
        return "Changes since " + Dates.minute(before.at());
    }

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        blocks.add(Block.table(
                "Scores then and now",
                List.of("Row", "#Then", "#Now", "#Change"),
                Stream.concat(Stream.of(overall()), matter.rows().stream().map(this::row))
                        .toList()));
        Stream.of(
                        gaps("Gaps closed", it -> wasGap(it) && !it.isGap(), it -> DocumentText.of(it.title())),
                        gaps("Gaps opened", this::isNewGap, LineSentences::gap),
                        gaps("New checks with a gap", it -> it.isGap() && then(it).isEmpty(), LineSentences::gap))
                .flatMap(it -> it)
                .forEach(blocks::add);
        if (blocks.size() == 1) {
            blocks.add(Block.says("No gap was closed or opened."));
        }
        return blocks;
    }

    private List<DocumentText> overall() {
        return compared(
                "Overall",
                before.score().map(BigDecimal::valueOf),
                matter.overall().score());
    }

    private List<DocumentText> row(CategoryRow row) {
        return compared(
                row.title(),
                Optional.ofNullable(before.rows().get(row.name().key().orElse("")))
                        .flatMap(it -> it)
                        .map(BigDecimal::valueOf),
                row.value().map(BigDecimal::valueOf));
    }

    private List<DocumentText> compared(String title, Optional<BigDecimal> then, Optional<BigDecimal> now) {
        return Block.row(
                DocumentText.of(title),
                words(then),
                words(now),
                then.flatMap(from -> now.map(to -> change(to.subtract(from)))).orElse(DocumentText.EMPTY));
    }

    private DocumentText words(Optional<BigDecimal> score) {
        return score.map(it -> DocumentText.of(matter.words().score(it)))
                .orElseGet(() -> DocumentText.of("no data").in(Tone.Unknown));
    }

    private DocumentText change(BigDecimal difference) {
        var number = matter.words().number(difference);
        return switch (difference.signum()) {
            case 1 -> DocumentText.of("+" + number).in(Tone.Good);
            case 0 -> DocumentText.of("0");
            default -> DocumentText.of(number).in(Tone.Bad);
        };
    }

    private Optional<QuestionState> then(QuestionLine line) {
        return Optional.ofNullable(before.states().get(line.name()));
    }

    private boolean wasGap(QuestionLine line) {
        return then(line).filter(QuestionState::isGap).isPresent();
    }

    private boolean isNewGap(QuestionLine line) {
        return line.isGap() && then(line).filter(it -> !it.isGap()).isPresent();
    }

    private Stream<Block> gaps(
            String title, Predicate<QuestionLine> which, Function<QuestionLine, DocumentText> words) {
        return Block.labelled(title, matter.lines().filter(which).map(words).toList());
    }
}
