package dev.readygate.status;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.checks.Finding;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Origin;
import dev.readygate.facts.Readings;
import dev.readygate.facts.Revision;
import dev.readygate.facts.RevisionDecisions;
import dev.readygate.facts.Snapshot;
import dev.readygate.facts.Statements;
import dev.readygate.facts.Workload;
import dev.readygate.gate.Decision;
import dev.readygate.gate.Decision.Standing;
import dev.readygate.gate.GateProgress;
import dev.readygate.policy.EffectivePolicy;
import dev.readygate.policy.Policy;
import dev.readygate.policy.Resolving;
import dev.readygate.policy.Standards;
import dev.readygate.score.Weighing;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The report of a Deployment whose newest revision is the last one added, after a decision that a test makes up. */
final class ReportSamples {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00.7Z");

    private final List<Revision> revisions = new ArrayList<>();
    private boolean settled = true;
    private boolean forgetful;
    private ReadinessPolicySpec policy = Serialization.unmarshal("{\"selector\": {}}", ReadinessPolicySpec.class);
    private Phase phase = Phase.Idle;
    private Optional<Baseline> baseline = Optional.empty();
    private Standing standing = new Standing(ReadyReason.Verified, "It is verified.", "");
    private GateProgress progress = GateProgress.NONE;
    private Optional<ReadinessReportStatus> previous = Optional.empty();
    private Duration after = Duration.ZERO;
    private Optional<BookEntry> book = Optional.empty();
    private Optional<String> held = Optional.empty();

    ReportSamples of(String yaml) {
        policy = Serialization.unmarshal("---\n" + yaml, ReadinessPolicySpec.class);
        return this;
    }

    /** Its image is cart:HASH, known by one digest, of commit c-HASH, applied by gitops. */
    ReportSamples revision(String hash) {
        int number = revisions.size() + 1;
        var origin = new Origin(
                List.of("cart:" + hash), List.of("sha256:" + hash), Optional.of("c-" + hash), Optional.of("gitops"));
        revisions.add(new Revision("cart-" + hash, "rs-" + hash, "7", hash, number, NOON, 3, 3, origin));
        return this;
    }

    /** Gives the last revision that name. */
    ReportSamples waitedAs(String name) {
        revisions.addLast(revisions.removeLast().alike(Set.of(name)));
        return this;
    }

    ReportSamples unsettled() {
        settled = false;
        return this;
    }

    ReportSamples baseline(String hash, boolean unproven) {
        baseline = Optional.of(new Baseline(hash, NOON, unproven));
        return this;
    }

    ReportSamples standing(ReadyReason reason, String waitingOn) {
        standing = new Standing(reason, "It is " + reason + ".", waitingOn);
        return this;
    }

    ReportSamples on(Phase other, GateProgress made) {
        phase = other;
        progress = made;
        return this;
    }

    ReportSamples after(ReadinessReportStatus before, Duration later) {
        previous = Optional.of(before);
        after = later;
        return this;
    }

    ReportSamples keepingNoReplicaSets() {
        forgetful = true;
        return this;
    }

    ReportSamples theBookSays(BookEntry entry) {
        book = Optional.of(entry);
        return this;
    }

    /** A new template waits at gate Start. */
    ReportSamples parked(String name) {
        held = Optional.of(name + " waits at gate Start; its ReadinessReport says for what");
        return this;
    }

    ReadinessReportStatus status(Finding... findings) {
        return ReportComposer.compose(report(findings));
    }

    Report report(Finding... findings) {
        var agreement = EffectivePolicy.of(List.of(Resolving.of(
                new Policy(new PolicyRef("ReadinessPolicy", "shop", 1L), "p-1", NOON, policy), Standards.NONE)));
        var decision = new Decision(
                false, phase, baseline, standing, List.of(findings), List.of(), List.of(), progress, Optional.empty());
        return new Report(world(), agreement, decision, new Weighing(agreement).score(List.of(findings)), previous);
    }

    private Snapshot world() {
        var workload = new Workload(
                new DeploymentRef("shop", "cart", "uid"),
                "7",
                5,
                NOON,
                Map.of(),
                new Workload.Desired(3, held.isPresent(), 0, 1, false, forgetful, Duration.ofMinutes(10)),
                new Workload.Observed(settled, revisions.size(), 3, 3, 3, Optional.empty()),
                held,
                RevisionDecisions.NONE,
                new Origin(List.of("app:2"), List.of(), Optional.of("898c22c"), Optional.of("ann")),
                Optional.empty());
        return new Snapshot(NOON.plus(after), workload, revisions, List.of(), book, Readings.NONE, Statements.NONE);
    }
}
