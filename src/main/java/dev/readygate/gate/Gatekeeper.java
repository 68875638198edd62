package dev.readygate.gate;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.checks.Ask;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Subject;
import dev.readygate.facts.Baseline;
import dev.readygate.facts.Snapshot;
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
        var stageOf = new StageOf(rules, world, memory);
        var stage = stageOf.name();
        var stageSubject = new StageSubject(stage, subject(stage, stageOf));
        var answers = answers(rules, stageSubject);
        var known = new StageInput.KnownBefore(stageOf.entry(), stageOf.baseline(), stageOf.before());
        var input = new StageInput(rules, world, known, answers);
        var result = LeftPause.lifted(input, stage, result(stage, input));
        return new Decision(
                stage instanceof Stage.Unsettled || stage instanceof Stage.Copied,
                result.phase(),
                result.baseline(),
                result.standing(),
                findings(answers),
                asks(rules, stageSubject),
                Announcements.tell(input, memory, result),
                result.progress(),
                lookAgainAt(rules, stageSubject, result));
    }

    /**
     * The subject of each check. Checks of gate Admit are about the next template, also during a rollout; and while
     * no pod of the new template runs, only checks of gate Start are about it.
     */
    private record StageSubject(Stage stage, Subject subject) {
        Subject of(GateRule rule) {
            return rule.gate().equals(Optional.of(Gate.Admit))
                            || stage instanceof Stage.Starting && !rule.gate().equals(Optional.of(Gate.Start))
                    ? new Subject(subject.world(), Optional.empty(), subject.verified())
                    : subject;
        }
    }

    private static StageResult result(Stage stage, StageInput input) {
        return switch (stage) {
            case Stage.Unenforced unenforced -> ReleaseAll.of(input);
            case Stage.Unsettled unsettled -> unsettled(input);
            case Stage.Copied copied -> unsettled(input).after(List.of(new Unpause()));
            case Stage.Adopted adopted -> AdoptStage.of(input, adopted);
            case Stage.FirstRevision first -> FirstRollout.of(input, first.revision());
            case Stage.Settled settled -> VerifiedStage.of(input, settled.revision());
            case Stage.Starting starting -> StartStage.of(input, starting);
            case Stage.Serving serving -> ServeStage.of(input, serving);
            case Stage.Staying staying -> StayStage.of(input, staying.candidate(), staying.baseline());
            case Stage.Withdrawn back -> Withdrawal.of(input, back);
            case Stage.Retried retried -> RetryStage.of(input, retried);
        };
    }

    private static StageResult unsettled(StageInput input) {
        var standing =
                new Standing(ReadyReason.Unsettled, "Kubernetes is still taking in the newest change.", "rollout");
        return StageResult.idle(input.baseline(), standing, input.open(pod -> input.verified(pod.hash())));
    }

    private static Subject subject(Stage stage, StageOf stageOf) {
        return new Subject(stageOf.world(), candidate(stage), verified(stageOf), alone(stage, stageOf.before()));
    }

    /** The report of what is only observed names what runs as its baseline, but this was never verified. */
    private static Optional<Baseline> verified(StageOf stageOf) {
        return stageOf.rules().enforced() ? stageOf.baseline() : Optional.empty();
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

    private static Answers answers(Rules rules, StageSubject stageSubject) {
        return new Answers(
                stageSubject.subject(),
                rules.rules().stream()
                        .map(it -> new GateFinding(it, it.check().evaluate(stageSubject.of(it))))
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
    private static List<Ask> asks(Rules rules, StageSubject stageSubject) {
        var everything = Subject.everything(stageSubject.subject().world());
        return Stream.concat(
                        rules.rules().stream().flatMap(it -> it.check().asks(stageSubject.of(it)).stream()),
                        rules.rules().stream().flatMap(it -> it.check().asks(everything).stream()))
                .distinct()
                .toList();
    }

    private static Optional<Instant> lookAgainAt(Rules rules, StageSubject stageSubject, StageResult result) {
        return Stream.concat(
                        result.again().stream(),
                        rules.rules().stream().flatMap(it -> it.check().changesAt(stageSubject.of(it)).stream()))
                .min(Comparator.naturalOrder());
    }
}
