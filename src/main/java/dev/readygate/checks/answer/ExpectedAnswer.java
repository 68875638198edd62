package dev.readygate.checks.answer;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.HttpExpectation;
import dev.readygate.checks.answer.AnswerRule.Shortfall;
import dev.readygate.checks.answer.HttpAnswer.Response;
import dev.readygate.checks.cel.CelExpression;
import dev.readygate.checks.cel.CompiledExpression;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The requirements for an HTTP answer to pass: its status first, then each of the rules. */
public record ExpectedAnswer(StatusRanges status, List<AnswerRule> rules) {
    public ExpectedAnswer {
        requireNonNull(status, "status");
        rules = List.copyOf(rules);
    }

    public static ExpectedAnswer ofStatus(String ranges) {
        return new ExpectedAnswer(StatusRanges.parse(ranges), List.of());
    }

    /** Leaves out expressions and patterns that do not compile: a check with one asks nothing, see {@link #mistake}. */
    public static ExpectedAnswer of(HttpExpectation expect) {
        var rules = new ArrayList<AnswerRule>();
        expect.headers().stream()
                .filter(it -> HeaderRule.mistake(it).isEmpty())
                .map(HeaderRule::of)
                .forEach(rules::add);
        if (expect.maxLatency() != null) {
            rules.add(new LatencyRule(expect.maxLatency()));
        }
        if (expect.body() != null && BodyRule.compiled(expect.body()) instanceof CompiledExpression program) {
            rules.add(new BodyRule(program));
        }
        return new ExpectedAnswer(StatusRanges.parse(expect.status()), rules);
    }

    /** Why the check is invalid. */
    public static Optional<String> mistake(HttpExpectation expect) {
        if (expect.body() != null && BodyRule.compiled(expect.body()) instanceof CelExpression.Invalid invalid) {
            return Optional.of("expect.body is no valid expression: " + invalid.why());
        }
        return expect.headers().stream()
                .map(HeaderRule::mistake)
                .flatMap(Optional::stream)
                .findFirst();
    }

    public boolean readsBody() {
        return rules.stream().anyMatch(AnswerRule::readsBody);
    }

    /** Whether it takes more than comparing numbers. */
    public boolean isCostly() {
        return rules.stream().anyMatch(AnswerRule::isCostly);
    }

    public String limit() {
        return Stream.concat(Stream.of(status.text()), rules.stream().map(AnswerRule::limit))
                .collect(joining(", "));
    }

    public Sample judge(HttpAnswer answer, Instant at) {
        return switch (answer) {
            case Response response -> judge(response, at);
            case NoAnswer none -> none.judge(at);
            case NotAsked not -> not.judge(at);
        };
    }

    private Sample judge(Response response, Instant at) {
        var seen = String.valueOf(response.status());
        if (!status.contain(response.status())) {
            return new Sample(at, Outcome.Fail, seen, "answered " + seen);
        }
        return rules.stream()
                .flatMap(it -> it.shortfall(response).stream())
                .findFirst()
                .map(it -> new Sample(at, it.outcome(), value(seen, it), "answered " + seen + " " + it.sentence()))
                .orElseGet(() -> new Sample(at, Outcome.Pass, seen, "answered " + seen));
    }

    private static String value(String status, Shortfall shortfall) {
        return status + ", " + shortfall.seen();
    }
}
