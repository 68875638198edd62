package dev.readygate.cli.report;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.CheckResult;
import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.Priority;
import dev.readygate.api.v1alpha1.ReadinessReportStatus.ActionItem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * One check in the whole product.
 *
 * @param answers one of each Deployment that has the check
 * @param worst the worst answer, which counts; without answers, the check alone
 */
record QuestionLine(
        CheckResult worst,
        QuestionState state,
        List<DeploymentAnswer> answers,
        Optional<CheckSpec> question,
        Optional<ActionItem> action) {
    private static final int NOT_WEIGHTED = 1;

    QuestionLine {
        answers = List.copyOf(answers);
    }

    record DeploymentAnswer(String deployment, CheckResult result) {}

    String name() {
        return worst.name();
    }

    String title() {
        return Stream.of(Optional.ofNullable(worst.title()), question.map(CheckSpec::title))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(name());
    }

    int weight() {
        return requireNonNullElse(worst.weight(), NOT_WEIGHTED);
    }

    boolean required() {
        return worst.required();
    }

    OptionalDouble points() {
        return worst.score() == null ? OptionalDouble.empty() : OptionalDouble.of(worst.score());
    }

    /** Applies to a check that is asked and makes sense here, answered or not. */
    boolean applies() {
        return state != QuestionState.NotApplicable && state != QuestionState.NotAsked;
    }

    boolean isGap() {
        return state.isGap();
    }

    /** A gap in it prevents the verdict Pass, or holds a release at its gate. */
    boolean blocks() {
        return required() || worst.gate() != null;
    }

    /** The message of the worst answer; with several Deployments, also their names. */
    String why() {
        if (state == QuestionState.NotAsked) {
            return "no policy asks it";
        }
        var telling = answers.stream()
                .filter(it -> QuestionState.of(it.result().outcome()) == state)
                .filter(it -> it.result().message() != null)
                .toList();
        var words = telling.stream().map(it -> it.result().message()).distinct().toList();
        return answers.size() < 2
                ? String.join("; ", words)
                : telling.stream()
                        .map(it -> it.deployment() + ": " + it.result().message())
                        .collect(joining("; "));
    }

    List<String> evidence() {
        return names(CheckResult::evidence);
    }

    List<String> waivers() {
        return names(CheckResult::waivedBy);
    }

    private List<String> names(java.util.function.Function<CheckResult, String> of) {
        return answers.stream()
                .map(it -> of.apply(it.result()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    String todo() {
        return action.map(ActionItem::text)
                .orElseGet(() -> question.map(CheckSpec::action).orElse(null));
    }

    Optional<Priority> priority() {
        return action.map(ActionItem::priority).or(() -> question.map(CheckSpec::priority));
    }

    String effort() {
        return action.map(ActionItem::effort)
                .or(() -> question.map(CheckSpec::effort))
                .orElse("");
    }

    String owner() {
        return action.map(ActionItem::owner)
                .or(() -> question.map(CheckSpec::owner))
                .orElse("");
    }

    Optional<String> runbook() {
        return action.map(ActionItem::runbook).or(() -> question.map(CheckSpec::runbook));
    }
}
