package dev.readygate.cli.report;

import dev.readygate.cli.document.Block;
import dev.readygate.cli.document.Block.Numbered;
import dev.readygate.cli.document.DocumentText;
import dev.readygate.cli.report.DocumentSources.SubjectReport;
import dev.readygate.cli.report.PinnedBaseline.StatedPin;
import java.util.Optional;
import java.util.stream.Stream;

/** The baselines of one Deployment that have a name, the newest first. */
record PinnedBaselinePart(DocumentModel matter, SubjectReport subject) {

    Stream<Block> tables() {
        return pins().map(this::table);
    }

    private Stream<StatedPin> pins() {
        return PinnedBaseline.of(subject.deployment(), matter.sources().statements());
    }

    private Block table(StatedPin stated) {
        var pin = stated.pin();
        return Block.facts(
                "%s, a pinned baseline of %s".formatted(pin.name(), subject.deployment()),
                Stream.of(
                        Block.fact(
                                "Pinned",
                                "by %s on %s"
                                        .formatted(
                                                LineSentences.author(stated.evidence()),
                                                Dates.day(stated.evidence().made()))),
                        Block.fact("Revision", pin.revision()),
                        Block.fact("Commit", pin.commit()),
                        Block.fact("Images", String.join(", ", pin.images())),
                        Block.fact("Digests", String.join(", ", pin.digests())),
                        Block.fact("Database", pin.database()),
                        Block.fact("Now", compared(pin))));
    }

    /** Digests tell more than tags, where both are known. */
    private String compared(PinnedBaseline pin) {
        return Optional.ofNullable(subject.report().revision())
                .map(now -> {
                    boolean byDigest =
                            !pin.digests().isEmpty() && !now.digests().isEmpty();
                    var runs = byDigest ? now.digests() : now.images();
                    var was = byDigest ? pin.digests() : pin.images();
                    return runs.equals(was) ? "the same images run" : "other images run: " + String.join(", ", runs);
                })
                .orElse("");
    }

    Stream<Block> plans() {
        return pins().map(StatedPin::pin).flatMap(this::plan);
    }

    private Stream<Block> plan(PinnedBaseline pin) {
        var command = "kubectl readygate undo %s -n %s --to %s"
                .formatted(subject.deployment(), matter.sources().product().namespace(), pin.name());
        var steps = Stream.of(
                        pin.database().isEmpty() ? "" : "Database: " + pin.database(),
                        "Declare it again, while its ReplicaSet is kept: " + command
                                + ". Otherwise apply its images again: " + String.join(", ", pin.images()))
                .filter(it -> !it.isEmpty())
                .map(DocumentText::of)
                .toList();
        return Stream.of(
                Block.heading("Back to %s of %s".formatted(pin.name(), subject.deployment())), new Numbered(steps));
    }
}
