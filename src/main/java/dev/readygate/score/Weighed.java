package dev.readygate.score;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.CheckSpec.OnNoData;
import dev.readygate.checks.Finding;
import dev.readygate.facts.Outcome;
import java.util.Optional;
import java.util.OptionalDouble;

/** A finding and its weight. */
public record Weighed(Finding finding, String category, double weight, boolean required, OnNoData onNoData) {
    private static final double FULL = 100;

    public Weighed {
        requireNonNull(finding, "finding");
        requireNonNull(category, "category");
        requireNonNull(onNoData, "onNoData");
    }

    public static Weighed of(CheckSpec spec, Finding finding) {
        var category = Optional.ofNullable(spec.category()).orElse("");
        return new Weighed(finding, category, spec.weight(), spec.required(), spec.whenNoData());
    }

    /** The outcome as it counts: a missing answer counts as passed or failed if the policy says so. */
    Outcome outcome() {
        return switch (finding.outcome()) {
            case Pass, Fail, Waived, NotApplicable -> finding.outcome();
            case Unknown, Error -> withoutData();
        };
    }

    private Outcome withoutData() {
        return switch (onNoData) {
            case Pass -> Outcome.Pass;
            case Fail -> Outcome.Fail;
            case Wait, Skip -> finding.outcome();
        };
    }

    /** The contribution to the score, 0–100; an unanswered or waived check contributes nothing at all. */
    public OptionalDouble points() {
        return switch (outcome()) {
            case Pass -> OptionalDouble.of(finding.worth().orElse(FULL));
            case Fail -> OptionalDouble.of(finding.worth().orElse(0));
            case Unknown, Error, Waived, NotApplicable -> OptionalDouble.empty();
        };
    }

    /** It is answered, so it is in both sums. */
    boolean counts() {
        return points().isPresent();
    }

    /** A check that makes no sense here is not missing. */
    boolean applies() {
        return outcome() != Outcome.NotApplicable;
    }

    boolean requiredAnd(Outcome expected) {
        return required && outcome() == expected;
    }
}
