package dev.readygate.cli.report;

import dev.readygate.api.v1alpha1.Grade;
import dev.readygate.api.v1alpha1.Scoring;
import dev.readygate.api.v1alpha1.StandardDocument;
import dev.readygate.api.v1alpha1.Verdict;
import dev.readygate.cli.document.DocumentText;
import dev.readygate.cli.document.Tone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** The words and the scale of a document. It rounds numbers down: 79.96 is 79.9. */
record DocumentWords(StandardDocument document, Scoring scoring) {
    static final String NONE_YET = "no records yet";

    /** The score without its scale. */
    String number(BigDecimal score) {
        return switch (document.scale()) {
            case OutOfTen -> plain(score.movePointLeft(1).setScale(2, RoundingMode.DOWN));
            case Percent, OutOfHundred -> plain(score.setScale(1, RoundingMode.DOWN));
        };
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    String score(BigDecimal score) {
        return number(score)
                + switch (document.scale()) {
                    case Percent -> " %";
                    case OutOfTen -> " / 10";
                    case OutOfHundred -> " / 100";
                };
    }

    String score(int score) {
        return score(BigDecimal.valueOf(score));
    }

    DocumentText score(CategoryRow row) {
        return row.value()
                .map(it -> DocumentText.of(score(it)))
                .orElseGet(() -> DocumentText.of("no data").in(Tone.Unknown));
    }

    Grade grade(BigDecimal score) {
        if (!Overall.isBelow(score, scoring.green())) {
            return Grade.Green;
        }
        return Overall.isBelow(score, scoring.amber()) ? Grade.Red : Grade.Amber;
    }

    DocumentText grade(CategoryRow row) {
        return grade(row.value().map(BigDecimal::valueOf).map(this::grade));
    }

    DocumentText grade(Optional<Grade> grade) {
        var words = document.grades();
        return grade.map(it -> switch (it) {
                    case Green -> DocumentText.of(words.green()).in(Tone.Good);
                    case Amber -> DocumentText.of(words.amber()).in(Tone.Warning);
                    case Red -> DocumentText.of(words.red()).in(Tone.Bad);
                })
                .orElseGet(() -> DocumentText.of(words.unknown()).in(Tone.Unknown));
    }

    DocumentText verdict(Verdict verdict) {
        var words = document.verdicts();
        return switch (verdict) {
            case Pass -> DocumentText.of(words.pass()).in(Tone.Good);
            case Conditional -> DocumentText.of(words.conditional()).in(Tone.Warning);
            case Fail -> DocumentText.of(words.fail()).in(Tone.Bad);
            case Unknown -> DocumentText.of(words.unknown()).in(Tone.Unknown);
        };
    }

    /** A difference of scores. */
    String points(BigDecimal difference) {
        var number = number(difference);
        return number + (number.equals("1") ? " point" : " points");
    }

    int target() {
        return document.target() == null ? scoring.pass() : document.target().from();
    }

    String targetBand() {
        var band = document.target();
        return band == null || band.to() == null
                ? score(target())
                : number(BigDecimal.valueOf(band.from())) + " to " + score(band.to());
    }
}
