package dev.readygate.cli.plan;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadinessEvidenceSpec.EvidenceOutcome;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import java.util.List;
import java.util.Optional;

/**
 * The result of a user's approval or rejection of a revision: the types of evidence to create, or why there are none.
 */
public sealed interface SignOff {
    record NothingToSign(String sentence) implements SignOff {}

    /**
     * @param answered the checks that it answers; none if the user named a type that no gate asks for
     * @param left why other waiting checks are not answered
     */
    record SignOffPlan(String revision, List<String> types, List<Approval> answered, List<String> left)
            implements SignOff {
        public SignOffPlan {
            types = List.copyOf(types);
            answered = List.copyOf(answered);
            left = List.copyOf(left);
        }
    }

    /**
     * @param type limits it to checks that this type of evidence answers
     * @param revision limits it to a report about this revision
     * @param person empty if the API server does not say
     */
    record SignOffRequest(
            ReportedDeployment known,
            EvidenceOutcome outcome,
            Optional<String> type,
            Optional<String> revision,
            Optional<Caller> person) {
        public SignOffRequest {
            requireNonNull(known, "known");
            requireNonNull(outcome, "outcome");
            requireNonNull(type, "type");
            requireNonNull(revision, "revision");
            requireNonNull(person, "person");
        }

        public SignOff answer() {
            return known.current().map(this::about).orElseGet(() -> new NothingToSign(known.whyNotCurrent()));
        }

        private SignOff about(ReadinessReportStatus status) {
            var hash = status.revision().hash();
            if (revision.filter(it -> !it.equals(hash)).isPresent()) {
                return new NothingToSign("%s is at revision %s now, and not at %s any more or not yet."
                        .formatted(name(), hash, revision.get()));
            }
            var asked = Approval.of(status).stream()
                    .filter(it -> type.isEmpty() || type.get().equals(it.type()))
                    .filter(it -> type.isPresent() || outcome == EvidenceOutcome.Fail || it.isWaitedFor())
                    .toList();
            return asked.isEmpty() ? unasked(status) : given(status, asked);
        }

        /** A scored check outside the gates may still ask for the type. */
        private SignOff unasked(ReadinessReportStatus status) {
            return type.<SignOff>map(it -> new SignOffPlan(status.revision().hash(), List.of(it), List.of(), List.of()))
                    .orElseGet(() -> new NothingToSign(nothingWaits(status)));
        }

        private String nothingWaits(ReadinessReportStatus status) {
            if (ReportedDeployment.isGoingBack(status)) {
                return "Revision %s of %s was taken back, so no approval is waited for; retry tries it once more."
                        .formatted(status.revision().hash(), name());
            }
            return ReportedDeployment.isIn(status, Phase.Idle)
                    ? "No release of %s is on its way, so no approval is waited for; --type names one all the same."
                            .formatted(name())
                    : "No gate of %s waits for an approval; it waits for %s."
                            .formatted(
                                    name(),
                                    Optional.ofNullable(status.waitingOn()).orElse("nothing people can say"));
        }

        private SignOff given(ReadinessReportStatus status, List<Approval> asked) {
            var appliedBy = Optional.ofNullable(status.revision().appliedBy());
            var counting = asked.stream()
                    .filter(it ->
                            person.flatMap(one -> it.objection(one, appliedBy)).isEmpty())
                    .toList();
            var left = asked.stream()
                    .flatMap(it -> person.flatMap(one -> it.objection(one, appliedBy)).stream())
                    .toList();
            return counting.isEmpty()
                    ? new NothingToSign("Your word on %s would not count: %s."
                            .formatted(name(), left.stream().distinct().collect(joining("; "))))
                    : new SignOffPlan(
                            status.revision().hash(),
                            counting.stream().map(Approval::type).distinct().toList(),
                            counting,
                            left);
        }

        private String name() {
            return known.declared().name().toString();
        }
    }
}
