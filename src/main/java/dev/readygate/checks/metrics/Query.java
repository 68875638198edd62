package dev.readygate.checks.metrics;

import static java.util.Objects.requireNonNull;

import dev.readygate.checks.promql.Bindings;
import dev.readygate.checks.promql.QueryTemplate;
import java.time.Duration;

/**
 * One PromQL query about one Deployment.
 *
 * @param refresh how often it is sent; in between equal queries share the answer
 */
public record Query(QueryTemplate template, Bindings bindings, Span span, Duration refresh) {
    public Query {
        requireNonNull(template, "template");
        // Queries of equal text are equal.
        bindings = template.relevant(bindings);
        requireNonNull(span, "span");
        requireNonNull(refresh, "refresh");
    }

    public String text() {
        return switch (span) {
            case Span.Now now -> template.notOlderThan(now.maxAge()).fill(bindings);
            case Span.Over over -> template.fill(bindings);
        };
    }

    public sealed interface Span {

        /** One value for each series. @param maxAge the query ignores older samples */
        record Now(Duration maxAge) implements Span {}

        /** Values over a window, the last one now. */
        record Over(Duration window, int steps) implements Span {
            public Duration step() {
                return window.dividedBy(steps);
            }
        }
    }
}
