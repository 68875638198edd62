package dev.readygate.status;

import dev.readygate.api.v1alpha1.Priority;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.ReadinessReportStatus.ActionItem;
import dev.readygate.api.v1alpha1.Review;
import dev.readygate.policy.EffectivePolicy.Reviewed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The next review of the Deployment: the earliest of all dates that its policies give. Days are days in UTC. */
record Reviews(Report report, List<ActionItem> open) {

    Optional<LocalDate> next() {
        return report.agreement().reviews().flatMap(this::dates).min(Comparator.naturalOrder());
    }

    private Stream<LocalDate> dates(Reviewed reviewed) {
        var review = reviewed.review();
        return Stream.of(
                        Optional.ofNullable(review.due()),
                        regular(review, reviewed.policy().createdAt()),
                        Optional.ofNullable(review.whenClosed()).flatMap(this::closed))
                .flatMap(Optional::stream);
    }

    private static Optional<LocalDate> regular(Review review, Instant created) {
        if (review.every() == null) {
            return Optional.empty();
        }
        var last = review.last() == null ? day(created) : review.last();
        return Optional.of(last.plusDays(review.every().toDuration().toDays()));
    }

    /** Due on the day when the last of these actions was closed; later reconciliations do not move the date. */
    private Optional<LocalDate> closed(Priority priority) {
        boolean exists =
                report.agreement().specs().stream().anyMatch(it -> it.action() != null && it.priority() == priority);
        boolean anyOpen = open.stream().anyMatch(it -> it.priority() == priority);
        if (!exists || anyOpen) {
            return Optional.empty();
        }
        var today = day(report.world().at());
        return report.previous()
                .map(ReadinessReportStatus::nextReview)
                .filter(it -> !it.isAfter(today))
                .or(() -> Optional.of(today));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
