package dev.readygate.checks.probe;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.checks.Ask;
import dev.readygate.checks.Ask.Pace;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.Request;
import dev.readygate.checks.Subject;
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

/**
 * A question to each pod. The answers make one finding: the worst of them, and on how many of how many.
 *
 * @param asked the question, as a sentence begins with it: "GET /health"
 * @param limit the expected answer
 */
record PodAnswers(CheckSpec spec, String asked, String limit) {

    /**
     * A revision being verified must answer with all pods it is to have. Of a running one, a pod that has just started
     * changes nothing before it has answered.
     */
    Finding ofAll(List<Pod> pods, Subject subject) {
        return answered(pods, subject, subject.candidate().isPresent() ? replicas(subject) : 1)
                .orElseGet(() -> replicas(subject) == 0 ? noReplicas() : nothingYet(pods, subject));
    }

    /** Also while scaled to zero: the Deployment may scale up again before the pod is gone. */
    Finding ofOne(Pod pod, Subject subject) {
        return answered(List.of(pod), subject, 1).orElseGet(() -> nothingYet(List.of(pod), subject));
    }

    private Optional<Finding> answered(List<Pod> pods, Subject subject, int enough) {
        var decided = pods.stream()
                .flatMap(it -> reading(it, subject).stream())
                .filter(it -> it.outcome() != Outcome.Unknown)
                .toList();
        return worst(decided)
                .filter(it -> it.outcome() != Outcome.Pass || decided.size() >= enough)
                .map(it -> answer(it, decided));
    }

    /** A Fail counts first, then an Error; the whole passes only if all pods pass. */
    private static Optional<Reading> worst(List<Reading> readings) {
        var order = List.of(Outcome.Fail, Outcome.Error, Outcome.Pass);
        return readings.stream()
                .min(Comparator.comparing((Reading it) -> order.indexOf(it.outcome()))
                        .thenComparing(Reading::since));
    }

    private Finding answer(Reading worst, List<Reading> all) {
        long alike = all.stream().filter(it -> it.outcome() == worst.outcome()).count();
        var sentence = "%s %s on %d of %s, expected %s"
                .formatted(asked, worst.latest().message(), alike, pods(all.size()), limit);
        return new Finding(
                spec.name(),
                reason(worst.outcome()),
                sentence,
                new Measured(worst.latest().value(), limit),
                Optional.of(worst.since()));
    }

    static FindingReason reason(Outcome outcome) {
        return switch (outcome) {
            case Pass -> FindingReason.Answered;
            case Fail -> FindingReason.WrongAnswer;
            case Error -> FindingReason.NotAsked;
            case Unknown, Waived, NotApplicable -> FindingReason.Undecided;
        };
    }

    private Finding noReplicas() {
        return finding(FindingReason.NoReplicas, "scaled to zero, there is nobody to ask");
    }

    private Finding nothingYet(List<Pod> pods, Subject subject) {
        if (pods.stream().noneMatch(it -> judged(it, subject))) {
            return finding(FindingReason.Starting, "waiting for the first pod to start");
        }
        return finding(FindingReason.Waiting, "waiting for the answers of all pods");
    }

    private Finding finding(FindingReason reason, String message) {
        return new Finding(spec.name(), reason, message, new Measured("", limit), Optional.empty());
    }

    private static int replicas(Subject subject) {
        return subject.world().workload().desired().replicas();
    }

    private static String pods(int count) {
        return count == 1 ? "1 pod" : count + " pods";
    }

    List<Ask> asks(List<Pod> pods, Subject subject, BiFunction<Pod, String, Optional<Request>> request) {
        return pods.stream()
                .filter(it -> judged(it, subject))
                .flatMap(pod -> pod.address().flatMap(it -> request.apply(pod, it)).map(it -> ask(pod, it)).stream())
                .toList();
    }

    /**
     * A starting pod does not fail: the check judges it from the moment its containers are ready for the first time, or as
     * soon as the policy's initialDelay says. Once judged, it stays judged.
     */
    private boolean judged(Pod pod, Subject subject) {
        boolean due = pod.state().containersReady() || spec.initialDelay() != null;
        return pod.answers()
                && pod.started().isPresent()
                && (due || reading(pod, subject).isPresent());
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
}
