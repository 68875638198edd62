package dev.readygate.checks.metrics;

import dev.readygate.facts.Sample;
import java.time.Instant;
import java.util.List;

/** Judges the answers to a check's queries, in the order of the queries. Equal for equal checks. */
@FunctionalInterface
public interface MetricJudge {
    Sample judge(List<MetricAnswer> answers, Instant at);
}
