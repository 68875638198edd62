package dev.readygate.cli.report;

import dev.readygate.api.v1alpha1.BaselineStatus;
import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.cli.document.Block;
import dev.readygate.cli.document.Block.Bullets;
import dev.readygate.cli.document.Block.Numbered;
import dev.readygate.cli.document.DocumentText;
import dev.readygate.cli.document.Tone;
import dev.readygate.cli.report.DocumentSources.SubjectReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The baseline, and how to go back to it. */
record BaselinePart(DocumentModel matter) {
    private static final String NONE = "%s has no revision yet that is known to be good.";

    List<Block> blocks() {
        return subjects()
                .flatMap(it -> Stream.concat(
                        Stream.of(
                                it.report().baseline() == null
                                        ? Block.says(NONE.formatted(it.deployment()))
                                        : table(it, it.report().baseline())),
                        new PinnedBaselinePart(matter, it).tables()))
                .toList();
    }

    private Block table(SubjectReport subject, BaselineStatus baseline) {
        var report = subject.report();
        boolean runs = report.revision() != null
                && baseline.hash().equals(report.revision().hash());
        return Block.facts(
                "Baseline of " + subject.deployment(),
                Stream.of(
                        Block.fact("Revision", baseline.hash() + (runs ? ", which is what runs" : "")),
                        Block.fact(
                                "Commit", Optional.ofNullable(baseline.commit()).orElse("unknown")),
                        Block.fact(baseline.unproven() ? "Adopted" : "Verified", Dates.minute(baseline.verifiedAt())),
                        Block.fact("Applied by", baseline.appliedBy()),
                        Block.fact("Images", String.join(", ", baseline.images())),
                        Block.fact("Digests", String.join(", ", baseline.digests())),
                        Block.fact("Score then", score(baseline.score())),
                        Block.fact("Score now", score(report.score())),
                        Block.fact("Worse since", String.join(", ", worse(subject, baseline))),
                        proven(baseline)));
    }

    private static List<DocumentText> proven(BaselineStatus baseline) {
        return baseline.unproven()
                ? Block.row(
                        DocumentText.of("Proven"),
                        DocumentText.of("no: it ran before there was a policy, and its checks have not passed yet")
                                .in(Tone.Warning))
                : Block.fact("Proven", "yes");
    }

    /** Checks that passed when the baseline was verified, and are gaps now. */
    private static List<String> worse(SubjectReport subject, BaselineStatus baseline) {
        return baseline.checks().stream()
                .filter(it -> QuestionState.of(it.outcome()) == QuestionState.Pass)
                .filter(then -> subject.report().checks().stream()
                        .anyMatch(now -> now.name().equals(then.name())
                                && QuestionState.of(now.outcome()).isGap()))
                .map(it -> it.name())
                .toList();
    }

    private String score(Integer score) {
        return score == null ? "unknown" : matter.words().score(score);
    }

    List<Block> plan() {
        return subjects()
                .flatMap(it -> Stream.concat(plan(it), new PinnedBaselinePart(matter, it).plans()))
                .toList();
    }

    private Stream<Block> plan(SubjectReport subject) {
        var baseline = subject.report().baseline();
        if (baseline == null) {
            return Stream.of(Block.says(NONE.formatted(subject.deployment())));
        }
        var place = " %s -n %s"
                .formatted(subject.deployment(), matter.sources().product().namespace());
        var steps = new ArrayList<DocumentText>();
        steps.add(DocumentText.of("Declare revision %s again: kubectl readygate undo%s --to %s"
                .formatted(baseline.hash(), place, baseline.hash())));
        steps.add(DocumentText.of("Wait until it serves alone: kubectl readygate wait" + place));
        steps.add(DocumentText.of("See that its checks pass: kubectl readygate explain" + place));
        return Stream.of(
                        Block.heading("Back to %s of %s".formatted(baseline.hash(), subject.deployment())),
                        new Numbered(steps),
                        Block.says("These have to pass then:"),
                        healthChecks(subject))
                .limit(gated(subject).isEmpty() ? 2 : 4);
    }

    private static Block healthChecks(SubjectReport subject) {
        return new Bullets(gated(subject).stream().map(DocumentText::of).toList());
    }

    private static List<String> gated(SubjectReport subject) {
        return subject.report().checks().stream()
                .filter(it -> it.gate() == Gate.Serve || it.gate() == Gate.Stay)
                .map(it -> Optional.ofNullable(it.title()).orElse(it.name())
                        + LimitWords.of(it).map(limit -> " (" + limit + ")").orElse(""))
                .toList();
    }

    private Stream<SubjectReport> subjects() {
        return matter.sources().product().subjects().stream();
    }
}
