package dev.readygate.cli.report;

import dev.readygate.cli.document.Block;
import dev.readygate.cli.document.Block.Drawing;
import dev.readygate.cli.document.DocumentText;
import dev.readygate.cli.document.Picture.Bar;
import dev.readygate.cli.document.Picture.Bars;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** The overall number and the rows as bars, each with a mark at the target. */
record ScoreBars(DocumentModel matter) {

    Block block() {
        return new Drawing(new Bars(
                "The overall score and the rows as bars from 0 to %s, with a mark at the target"
                        .formatted(matter.words().score(100)),
                Optional.of(overall()),
                matter.rows().stream().map(this::row).toList()));
    }

    private Bar overall() {
        var score = matter.overall().score();
        var words = matter.words();
        var grade = words.grade(score.map(words::grade));
        return bar(
                "Overall: " + words.verdict(matter.overall().verdict()).text(),
                score.map(ScoreBars::whole),
                DocumentText.of(score.map(it -> words.score(it) + ", " + grade.text())
                                .orElse("no data"))
                        .in(grade.tone()));
    }

    private Bar row(CategoryRow row) {
        var grade = matter.words().grade(row);
        var words = matter.words().score(row).text();
        return bar(
                row.title(),
                row.value(),
                DocumentText.of(row.value().isPresent() ? words + ", " + grade.text() : words)
                        .in(grade.tone()));
    }

    private Bar bar(String name, Optional<Integer> value, DocumentText words) {
        return new Bar(name, value, Optional.of(matter.words().target()), words);
    }

    private static int whole(BigDecimal score) {
        return score.setScale(0, RoundingMode.DOWN).intValue();
    }
}
