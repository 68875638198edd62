package dev.readygate.gate;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus;
import dev.readygate.checks.Ask;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Subject;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.Snapshot;
import dev.readygate.gate.Decision.Outlook;
import dev.readygate.gate.Decision.Standing;
import dev.readygate.gate.Effect.Unpause;
import dev.readygate.gate.StageInput.Answers;
import dev.readygate.gate.StageInput.GateFinding;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns facts into a decision: it names the stage, evaluates the checks, and asks the stage what follows. */
public final class Gatekeeper {

    public Decision decide(Rules rules, Snapshot world, Optional<Memory> memory) {
        var naming = new StageOf(rules, world, memory);
        var stage = naming.name();
        var whom = new StageSubject(stage, subject(stage, naming));
        var answers = answers(rules, whom);
        var known = new StageInput.KnownBefore(naming.entry(), naming.baseline(), naming.before());
        var now = new StageInput(rules, world, known, answers);
        var course = LeftPause.lifted(now, stage, course(stage, now));
        return new Decision(
                stage instanceof Stage.Unsettled || stage instanceof Stage.Copied,
                course.phase(),
                course.baseline(),
                course.standing(),
                findings(answers),
                asks(rules, whom),
                Announcements.tell(now, memory, course),
                course.progress(),
                lookAgainAt(rules, whom, course));
    }

    /**
     * The subject of each check. Checks of gate Admit are about the next template, also during a rollout; and while
     * no pod of the new template runs, only checks of gate Start are about it.
     */
    private record StageSubject(Stage stage, Subject subject) {
        Subject of(GateRule rule) {
            return rule.gate().equals(Optional.of(Gate.Admit))
                            || stage instanceof Stage.Starting && !rule.gate().equals(Optional.of(Gate.Start))
                    ? new Subject(subject.world(), Optional.empty(), subject.knownGood())
                    : subject;
        }
    }

    private static StageResult course(Stage stage, StageInput now) {
        return switch (stage) {
            case Stage.Unenforced unenforced -> ReleaseAll.of(now);
            case Stage.Unsettled unsettled -> unsettled(now);
            case Stage.Copied copied -> unsettled(now).after(List.of(new Unpause()));
            case Stage.Adopted adopted -> AdoptStage.of(now, adopted);
            case Stage.FirstRevision first -> FirstRollout.of(now, first.revision());
            case Stage.Settled settled -> VerifiedStage.of(now, settled.revision());
            case Stage.Starting starting -> StartStage.of(now, starting);
            case Stage.Serving serving -> ServeStage.of(now, serving);
            case Stage.Staying staying -> StayStage.of(now, staying.candidate(), staying.baseline());
            case Stage.Withdrawn back -> Withdrawal.of(now, back);
            case Stage.Retried retried -> RetryStage.of(now, retried);
        };
    }

    private static StageResult unsettled(StageInput now) {
        var standing = new Standing(
                Outlook.Progressing, "Unsettled", "Kubernetes is still taking in the newest change.", "rollout");
        return StageResult.idle(now.baseline(), standing, now.open(pod -> now.verified(pod.hash())));
    }

    private static Subject subject(Stage stage, StageOf naming) {
        var knownGood = naming.baseline().map(Baseline::hash);
        return new Subject(naming.world(), candidate(stage), knownGood, alone(stage, naming.before()));
    }

    /** A revision at gate Stay is judged only by data from after it took all traffic. */
    private static Optional<Instant> alone(Stage stage, GateProgress before) {
        return stage instanceof Stage.Staying staying
                ? before.of(staying.candidate().hash()).at(Gate.Stay).map(GateStatus::since)
                : Optional.empty();
    }

    private static Optional<String> candidate(Stage stage) {
        return switch (stage) {
            case Stage.Starting starting -> Optional.of(starting.candidate().hash());
            case Stage.Serving serving -> Optional.of(serving.candidate().hash());
            case Stage.Staying staying -> Optional.of(staying.candidate().hash());
            case Stage.Unenforced u -> Optional.empty();
            case Stage.Unsettled u -> Optional.empty();
            case Stage.Copied c -> Optional.empty();
            case Stage.Adopted a -> Optional.empty();
            case Stage.FirstRevision f -> Optional.empty();
            case Stage.Settled s -> Optional.empty();
            case Stage.Withdrawn t -> Optional.empty();
            case Stage.Retried r -> Optional.empty();
        };
    }

    private static Answers answers(Rules rules, StageSubject whom) {
        return new Answers(
                whom.subject(),
                rules.rules().stream()
                        .map(it -> new GateFinding(it, it.check().evaluate(whom.of(it))))
                        .toList());
    }

    /**
     * The findings for the report. A new revision's pods count from their first answer on. Until then the running
     * pods make the score, so that a clean rollout does not lower and raise it.
     */
    private static List<Finding> findings(Answers answers) {
        var everything = Subject.everything(answers.subject().world());
        return answers.all().stream()
                .map(it -> unanswered(it) ? it.rule().check().evaluate(everything) : it.finding())
                .toList();
    }

    private static boolean unanswered(GateFinding answer) {
        return answer.finding().isStillToCome() && answer.rule().check().asksPods();
    }

    /** The operator keeps asking the running pods during a rollout: they serve, and a withdrawal leads back to them. */
    private static List<Ask> asks(Rules rules, StageSubject whom) {
        var everything = Subject.everything(whom.subject().world());
        return Stream.concat(
                        rules.rules().stream().flatMap(it -> it.check().asks(whom.of(it)).stream()),
                        rules.rules().stream().flatMap(it -> it.check().asks(everything).stream()))
                .distinct()
                .toList();
    }

    private static Optional<Instant> lookAgainAt(Rules rules, StageSubject whom, StageResult course) {
        return Stream.concat(
                        course.again().stream(),
                        rules.rules().stream().flatMap(it -> it.check().changesAt(whom.of(it)).stream()))
                .min(Comparator.naturalOrder());
    }
}
