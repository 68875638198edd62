package dev.readygate.checks;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.checks.Ask.Pace;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Pod;
import dev.readygate.facts.Question;
import dev.readygate.facts.Reading;
import dev.readygate.facts.Reading.Patience;
import dev.readygate.facts.Target;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** A question put to pods one by one, whose answers make one finding: the worst of them, and on how many of how many. */
record PodAnswers(CheckSpec spec, String limit) {

    Finding evaluate(List<Pod> pods, Subject subject) {
        var asked = pods.stream().filter(it -> judged(it, subject)).toList();
        if (asked.isEmpty()) {
            return nobodyToAsk(pods, subject);
        }
        var readings = asked.stream().map(it -> reading(it, subject)).toList();
        return Worst.of(readings).map(it -> answer(it, readings)).orElseGet(() -> notAskedYet(readings));
    }

    List<Ask> asks(List<Pod> pods, Subject subject, BiFunction<Pod, String, Optional<Request>> request) {
        return pods.stream()
                .filter(it -> judged(it, subject))
                .flatMap(pod -> pod.address().flatMap(it -> request.apply(pod, it)).map(it -> ask(pod, it)).stream())
                .toList();
    }

    /**
     * A pod that is still starting is not failing: it is judged from the moment its containers are ready for the first
     * time, or as soon as the policy says by its initialDelay. Once judged, it stays judged.
     */
    private boolean judged(Pod pod, Subject subject) {
        boolean allowed = pod.state().containersReady() || spec.initialDelay() != null;
        boolean before = subject.world().readings().of(question(pod)).isPresent();
        return pod.answers() && pod.started().isPresent() && (allowed || before);
    }

    private Ask ask(Pod pod, Request request) {
        var pace = new Pace(spec.every().toDuration(), spec.timeout().toDuration(), notBefore(pod));
        return new Ask(question(pod), pace, new Patience(spec.failAfter(), spec.passAfter()), request);
    }

    private Instant notBefore(Pod pod) {
        var started = pod.started().orElseThrow();
        return spec.initialDelay() == null
                ? started
                : started.plus(spec.initialDelay().toDuration());
    }

    private Question question(Pod pod) {
        return new Question(spec.name(), spec, new Target.OnePod(pod.uid()));
    }

    private Optional<Reading> reading(Pod pod, Subject subject) {
        return subject.world().readings().of(question(pod));
    }

    private Finding nobodyToAsk(List<Pod> pods, Subject subject) {
        if (subject.world().workload().desired().replicas() == 0) {
            return finding(
                    Outcome.NotApplicable, "NoReplicas", "scaled to zero, there is nobody to ask", Optional.empty());
        }
        var sentence = pods.isEmpty() ? "no pod yet" : "%s starting".formatted(pods(pods.size()));
        return finding(Outcome.Unknown, "Starting", sentence, Optional.empty());
    }

    private Finding notAskedYet(List<Optional<Reading>> readings) {
        long open = readings.stream().filter(Optional::isEmpty).count();
        return finding(
                Outcome.Unknown,
                "Waiting",
                "waiting for the answer of %d of %s".formatted(open, pods(readings.size())),
                Optional.empty());
    }

    private Finding answer(Reading worst, List<Optional<Reading>> all) {
        long alike = all.stream()
                .flatMap(Optional::stream)
                .filter(it -> it.outcome() == worst.outcome())
                .count();
        var sentence = "%s on %d of %s, expected %s".formatted(saw(worst), alike, pods(all.size()), limit);
        return new Finding(
                spec.name(),
                worst.outcome(),
                reason(worst.outcome()),
                sentence,
                new Measured(worst.latest().value(), limit),
                Optional.of(worst.since()));
    }

    private static String saw(Reading reading) {
        return reading.outcome() == Outcome.Unknown
                ? "not decided yet, last " + reading.latest().message()
                : reading.latest().message();
    }

    private static String reason(Outcome outcome) {
        return switch (outcome) {
            case Pass -> "Answered";
            case Fail -> "WrongAnswer";
            case Error -> "NotAsked";
            case Unknown, Waived, NotApplicable -> "Undecided";
        };
    }

    private static String pods(int count) {
        return count == 1 ? "1 pod" : count + " pods";
    }

    private Finding finding(Outcome outcome, String reason, String message, Optional<Instant> since) {
        return new Finding(spec.name(), outcome, reason, message, new Measured("", limit), since);
    }

    /** A Fail outweighs everything; then what nobody knows; only when all pass does the whole pass. */
    private static final class Worst {
        private static final List<Outcome> ORDER = List.of(Outcome.Fail, Outcome.Error, Outcome.Unknown, Outcome.Pass);

        /** None while some pod has not been asked and none of the others failed. */
        static Optional<Reading> of(List<Optional<Reading>> readings) {
            var worst = readings.stream()
                    .flatMap(Optional::stream)
                    .min(Comparator.comparing((Reading it) -> ORDER.indexOf(it.outcome()))
                            .thenComparing(Reading::since));
            boolean complete = readings.stream().allMatch(Optional::isPresent);
            return worst.filter(it -> complete || it.outcome() == Outcome.Fail);
        }
    }
}
