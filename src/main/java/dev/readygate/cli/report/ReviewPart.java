package dev.readygate.cli.report;

import dev.readygate.api.v1alpha1.Priority;
import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.Review;
import dev.readygate.cli.document.Block;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The next review: on a day, or as soon as some actions are closed. */
record ReviewPart(DocumentModel matter) {

    List<Block> blocks() {
        var next = Stream.of(
                        day().map("on "::concat),
                        whenClosed()
                                .map(it ->
                                        "as soon as all %s actions are closed (%d are open)".formatted(it, open(it))))
                .flatMap(Optional::stream)
                .toList();
        return List.of(
                Block.says("Reviewed: %s.".formatted(Dates.day(matter.sources().now()))),
                Block.says(
                        next.isEmpty()
                                ? "No next review is planned."
                                : "Next review: " + String.join(", or ", next) + "."));
    }

    private Optional<String> day() {
        return matter.sources()
                .product()
                .reports()
                .map(ReadinessReportStatus::nextReview)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(Object::toString);
    }

    private Optional<Priority> whenClosed() {
        return matter.sources().policies().stream()
                .map(ReadinessPolicySpec::review)
                .filter(Objects::nonNull)
                .map(Review::whenClosed)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    private long open(Priority priority) {
        return matter.lines()
                .filter(it -> it.isGap() && it.todo() != null && it.priority().equals(Optional.of(priority)))
                .count();
    }
}
