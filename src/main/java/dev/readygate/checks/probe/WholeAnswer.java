package dev.readygate.checks.probe;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.checks.Ask;
import dev.readygate.checks.Ask.Pace;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.Request;
import dev.readygate.checks.Subject;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Question;
import dev.readygate.facts.Reading;
import dev.readygate.facts.Reading.Patience;
import dev.readygate.facts.Revision;
import dev.readygate.facts.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A question asked once for the whole workload, and its answer as a finding.
 *
 * @param asked the question, as a sentence begins with it
 * @param limit the expected answer
 */
record WholeAnswer(CheckSpec spec, String asked, String limit) {
    WholeAnswer {
        requireNonNull(spec, "spec");
        requireNonNull(asked, "asked");
        requireNonNull(limit, "limit");
    }

    Finding finding(Subject subject) {
        if (subject.world().workload().desired().replicas() == 0) {
            return finding(FindingReason.NoReplicas, "scaled to zero, there is nobody to ask");
        }
        return subject.world()
                .readings()
                .of(question())
                .filter(it -> it.outcome() != Outcome.Unknown)
                .map(this::finding)
                .orElseGet(() -> finding(FindingReason.Waiting, "waiting for a clear answer"));
    }

    private Finding finding(Reading reading) {
        var sentence = "%s %s, expected %s".formatted(asked, reading.latest().message(), limit);
        return new Finding(
                spec.name(),
                PodAnswers.reason(reading.outcome()),
                sentence,
                new Measured(reading.latest().value(), limit),
                Optional.of(reading.since()));
    }

    private Finding finding(FindingReason reason, String message) {
        return new Finding(spec.name(), reason, message, new Measured("", limit), Optional.empty());
    }

    Ask ask(Subject subject, Request request) {
        var pace = new Pace(spec.every().toDuration(), spec.timeout().toDuration(), notBefore(subject));
        return new Ask(question(), pace, new Patience(spec.failAfter(), spec.passAfter()), request);
    }

    private Question question() {
        return new Question(spec.name(), spec, new Target.Whole());
    }

    private Instant notBefore(Subject subject) {
        var begun = subject.revision()
                .map(Revision::createdAt)
                .orElse(subject.world().workload().createdAt());
        return begun.plus(
                spec.initialDelay() == null
                        ? Duration.ZERO
                        : spec.initialDelay().toDuration());
    }
}
