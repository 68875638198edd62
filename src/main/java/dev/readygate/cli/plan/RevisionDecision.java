package dev.readygate.cli.plan;

import dev.readygate.api.v1alpha1.ContractNames;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import java.util.Optional;

/** A user's decision about one revision: an annotation on the Deployment whose value names the revision. */
public enum RevisionDecision {
    Retry(ContractNames.RETRY) {
        @Override
        Optional<String> objection(String name, ReadinessReportStatus status) {
            return switch (status.phase()) {
                case Withdrawn -> Optional.empty();
                case Withdrawing, Restoring ->
                    Optional.of("%s is still being taken back: retry when its phase is Withdrawn.".formatted(name));
                case Idle, Start, Serve, Stay ->
                    Optional.of("There is nothing to retry: %s is not withdrawn.".formatted(name));
            };
        }
    },
    Proceed(ContractNames.PROCEED) {
        @Override
        Optional<String> objection(String name, ReadinessReportStatus status) {
            return whereNothingWaits(name, "There is nothing to let through", status);
        }
    },
    Reject(ContractNames.REJECT) {
        @Override
        Optional<String> objection(String name, ReadinessReportStatus status) {
            return whereNothingWaits(name, "There is nothing to reject", status);
        }
    };

    private final String annotation;

    RevisionDecision(String annotation) {
        this.annotation = annotation;
    }

    public String annotation() {
        return annotation;
    }

    /** Says why the decision would change nothing, if so. */
    public Optional<String> objection(ReportedDeployment known) {
        var name = known.declared().name().toString();
        return known.current().map(it -> objection(name, it)).orElseGet(() -> Optional.of(known.whyNotCurrent()));
    }

    abstract Optional<String> objection(String name, ReadinessReportStatus status);

    private static Optional<String> whereNothingWaits(String name, String nothing, ReadinessReportStatus status) {
        return switch (status.phase()) {
            case Start, Serve, Stay -> Optional.empty();
            case Idle -> Optional.of("%s: no release of %s is at a gate.".formatted(nothing, name));
            case Withdrawing, Restoring, Withdrawn ->
                Optional.of("%s: revision %s of %s was taken back; retry tries it once more, undo goes back for good."
                        .formatted(nothing, status.revision().hash(), name));
        };
    }
}
