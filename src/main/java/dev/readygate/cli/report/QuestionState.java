package dev.readygate.cli.report;

import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.cli.document.DocumentText;
import dev.readygate.cli.document.Tone;

/** The state of a check, the worst first. */
enum QuestionState {
    Fail("fail", Tone.Bad),
    Error("error", Tone.Unknown),
    Unknown("unknown", Tone.Unknown),
    NotAsked("not asked", Tone.Unknown),
    Waived("waived", Tone.Warning),
    Pass("pass", Tone.Good),
    NotApplicable("not applicable", Tone.Plain);

    private final String word;
    private final Tone tone;

    QuestionState(String word, Tone tone) {
        this.word = word;
        this.tone = tone;
    }

    static QuestionState of(CheckOutcome outcome) {
        return outcome == null ? Unknown : valueOf(outcome.name());
    }

    DocumentText cell() {
        return DocumentText.of(word).in(tone);
    }

    /** The check needs work before it passes. */
    boolean isGap() {
        return switch (this) {
            case Fail, Error, Unknown, NotAsked -> true;
            case Waived, Pass, NotApplicable -> false;
        };
    }
}
