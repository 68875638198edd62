package dev.readygate.cli.report;

import static java.util.Comparator.comparing;

import dev.readygate.cli.document.Block;
import dev.readygate.cli.document.Block.Numbered;
import dev.readygate.cli.document.DocumentText;
import dev.readygate.cli.report.DocumentSources.SubjectReport;
import dev.readygate.cli.report.PinnedBaseline.StatedPin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The baselines of one Deployment that have a name, the newest first. */
record PinnedBaselinePart(DocumentModel matter, SubjectReport subject) {

    Stream<Block> tables() {
        return pins().map(this::table);
    }

    private Stream<StatedPin> pins() {
        return matter.sources().statements().stream()
                .flatMap(it -> StatedPin.of(it, subject.deployment()).stream())
                .sorted(comparing((StatedPin it) -> it.evidence().made()).reversed());
    }

    private Block table(StatedPin stated) {
        var pin = stated.pin();
        return Block.table(
                "%s, a pinned baseline of %s".formatted(pin.name(), subject.deployment()),
                List.of("Fact", "Value"),
                Stream.of(
                                fact(
                                        "Pinned",
                                        "by %s on %s"
                                                .formatted(
                                                        LineSentences.author(stated.evidence()),
                                                        Dates.day(stated.evidence()
                                                                .made()))),
                                fact("Revision", pin.revision()),
                                fact("Commit", pin.commit()),
                                fact("Images", String.join(", ", pin.images())),
                                fact("Digests", String.join(", ", pin.digests())),
                                fact("Database", pin.database()),
                                fact("Now", compared(pin)))
                        .filter(it -> !it.getLast().text().isEmpty())
                        .toList());
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

    private static List<DocumentText> fact(String name, String value) {
        return Block.row(DocumentText.of(name), DocumentText.of(value));
    }
}
