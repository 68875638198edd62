package dev.readygate.cli.report;

import dev.readygate.cli.document.Block;
import dev.readygate.cli.document.Block.Bullets;
import dev.readygate.cli.document.Block.Label;
import dev.readygate.cli.document.DocumentText;
import dev.readygate.cli.document.Tone;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        gaps("Gaps closed", it -> wasGap(it) && !it.isGap(), QuestionLine::title, blocks);
        gaps(
                "Gaps opened",
                it -> it.isGap() && then(it).filter(then -> !then.isGap()).isPresent(),
                it -> LineSentences.gap(it).text(),
                blocks);
        gaps(
                "New checks with a gap",
                it -> it.isGap() && then(it).isEmpty(),
                it -> LineSentences.gap(it).text(),
                blocks);
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

    private void gaps(
            String title,
            Predicate<QuestionLine> which,
            java.util.function.Function<QuestionLine, String> words,
            List<Block> blocks) {
        var items =
                matter.lines().filter(which).map(words).map(DocumentText::of).toList();
        if (!items.isEmpty()) {
            blocks.add(new Label(title));
            blocks.add(new Bullets(items));
        }
    }
}
