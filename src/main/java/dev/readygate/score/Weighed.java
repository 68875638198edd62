package dev.readygate.score;

import static java.util.Objects.requireNonNull;

import dev.readygate.checks.Finding;

/** A finding and what it counts for. */
public record Weighed(Finding finding, String category, double weight, boolean required) {
    public Weighed {
        requireNonNull(finding, "finding");
        requireNonNull(category, "category");
    }

    /** Answered, so it is in both sums; whatever nobody could answer or somebody excused is in neither. */
    boolean counts() {
        return switch (finding.outcome()) {
            case Pass, Fail -> true;
            case Unknown, Error, Waived, NotApplicable -> false;
        };
    }

    /** A question that makes no sense here is not missing. */
    boolean applies() {
        return switch (finding.outcome()) {
            case Pass, Fail, Unknown, Error, Waived -> true;
            case NotApplicable -> false;
        };
    }

    double value() {
        return switch (finding.outcome()) {
            case Pass -> 1;
            case Fail, Unknown, Error, Waived, NotApplicable -> 0;
        };
    }
}
