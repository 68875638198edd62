package dev.readygate.gate;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Subject;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.BookEntry.BookGate;
import dev.readygate.facts.Pod;
import dev.readygate.facts.Pod.PodGate;
import dev.readygate.facts.PodTemplate;
import dev.readygate.facts.RejectedTemplate;
import dev.readygate.facts.Revision;
import dev.readygate.facts.RevisionDecisions;
import dev.readygate.facts.Snapshot;
import dev.readygate.gate.Effect.OpenGate;
import dev.readygate.gate.Effect.WriteBook;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The facts, the rules and the findings: the whole input of a stage. */
record StageInput(Rules rules, Snapshot world, KnownBefore known, Answers answers) {

    StageInput {
        requireNonNull(rules, "rules");
        requireNonNull(world, "world");
        requireNonNull(known, "known");
        requireNonNull(answers, "answers");
    }

    /**
     * The knowledge from before this decision.
     *
     * @param entry the GateBook entry of this Deployment, by its UID
     * @param before how far a rollout had come
     */
    record KnownBefore(Optional<BookEntry> entry, Optional<Baseline> baseline, GateProgress before) {
        KnownBefore {
            requireNonNull(entry, "entry");
            requireNonNull(baseline, "baseline");
            requireNonNull(before, "before");
        }
    }

    Optional<BookEntry> entry() {
        return known.entry();
    }

    /** The user's template, while the baseline is being restored. */
    Optional<RejectedTemplate> refused() {
        return entry().flatMap(BookEntry::refused);
    }

    Optional<Baseline> baseline() {
        return known.baseline();
    }

    GateProgress before() {
        return known.before();
    }

    /** The current time with the precision of the report. */
    Instant second() {
        return world.at().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The findings, and the subject they are about. */
    record Answers(Subject subject, List<GateFinding> all) {
        Answers {
            all = List.copyOf(all);
        }

        List<GateFinding> at(Gate gate) {
            return all.stream()
                    .filter(it -> it.rule().gate().filter(gate::equals).isPresent())
                    .toList();
        }
    }

    record GateFinding(GateRule rule, Finding finding) {
        GateRule.Bearing bearing() {
            return rule.bearing(finding);
        }
    }

    /** Brings the GateBook entry to the wanted one; empty if it is there already. */
    List<Effect> bookSays(BookEntry wanted) {
        return entry().filter(wanted::isExactly).isPresent() ? List.of() : List.of(new WriteBook(Optional.of(wanted)));
    }

    /** The GateBook entry when nothing is held: these gates, and the verified revisions that pass them. */
    BookEntry enforcing(List<String> verified) {
        var gates = EnumSet.noneOf(BookGate.class);
        if (!rules.at(Gate.Start).isEmpty()) {
            gates.add(BookGate.Start);
        }
        if (!rules.at(Gate.Serve).isEmpty()) {
            gates.add(BookGate.Serve);
        }
        return new BookEntry(uid(), gates, new LinkedHashSet<>(verified), Optional.empty())
                .closedBy(AdmitDenials.of(this))
                .withBaseline(rules.needsTemplates() ? template(verified.getFirst()) : Optional.empty());
    }

    /** The template of a revision, or the recorded one if its ReplicaSet is gone. */
    private Optional<PodTemplate> template(String hash) {
        return world.revision(hash)
                .flatMap(Revision::template)
                .or(() -> entry().filter(
                                it -> it.verified().stream().findFirst().equals(Optional.of(hash)))
                        .flatMap(BookEntry::baseline));
    }

    /** The findings at a gate for policies that only warn. */
    List<GateFinding> warned(Gate gate) {
        return answers.all().stream()
                .filter(it -> rules.warned().get(it.rule().name()) == gate)
                .toList();
    }

    RevisionDecisions wishes() {
        return world.workload().wishes();
    }

    /** All verified revisions that still exist, the newest first. */
    List<String> verifiedBesides(String newest) {
        var existing = world.hashes();
        var hashes = new LinkedHashSet<String>();
        hashes.add(newest);
        entry().ifPresent(
                        it -> it.verified().stream().filter(existing::contains).forEach(hashes::add));
        return List.copyOf(hashes);
    }

    /**
     * Opens closed gates of pods that match. Pods of verified revisions always match, so they never depend on a
     * check.
     */
    List<Effect> open(Predicate<Pod> which) {
        return world.pods().stream()
                .filter(it -> it.state().gate() == PodGate.Closed && !it.state().terminating())
                .filter(which)
                .<Effect>map(OpenGate::new)
                .toList();
    }

    /**
     * Opens pods of verified revisions and of this one, which becomes verified. Other pods are about to be scaled
     * away.
     */
    List<Effect> openVerifiedAnd(String hash) {
        return open(pod -> verified(pod.hash()) || pod.hash().equals(hash));
    }

    boolean verified(String hash) {
        return entry().map(it -> it.verifies(hash)).orElse(false)
                || baseline().map(it -> it.hash().equals(hash)).orElse(false);
    }

    /** Whether the candidate is a restart of a verified revision: findings about that one hold for the candidate. */
    boolean isRestarted(Revision candidate) {
        return candidate.alike().stream().anyMatch(this::verified);
    }

    /**
     * Whether the same template was on its way already, or verified once: a person's pause during a rollout has
     * ended, or a user restarts it, or goes back to a revision before the baseline.
     */
    boolean startedBefore(Revision candidate) {
        return world.revisions().stream()
                .filter(it -> !it.equals(candidate) && it.declaresWhat(candidate))
                .map(Revision::hash)
                .anyMatch(it -> verified(it) || before().isUnderWay(it));
    }

    Optional<Revision> baselineRevision() {
        return BaselineRevision.of(world, baseline(), entry());
    }

    /** Whether a person paused it: the operator does not lift such a pause, and takes no pods away behind it. */
    boolean pausedByAPerson() {
        return world.workload().desired().paused() && world.workload().held().isEmpty();
    }

    String uid() {
        return world.workload().ref().uid();
    }
}
