package dev.readygate.signals.prometheus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readygate.checks.answer.HttpAnswer.Response;
import dev.readygate.checks.metrics.MetricAnswer;
import dev.readygate.checks.metrics.MetricAnswer.InvalidQuery;
import dev.readygate.checks.metrics.MetricAnswer.NoQueryResult;
import dev.readygate.checks.metrics.MetricAnswer.QueryResult;
import dev.readygate.checks.metrics.Point;
import dev.readygate.checks.metrics.Series;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an answer of the API. Only words of the protocol get into a message, never free text of the other side. */
final class AnswerReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MetricAnswer NOT_PROMETHEUS =
            new NoQueryResult("what answered is not Prometheus, or the answer is garbled");

    private static final MetricAnswer NOT_PROMQL =
            new InvalidQuery("Prometheus does not take the query for valid PromQL");
    private static final MetricAnswer WARNED = new NoQueryResult("Prometheus answered with warnings");
    private static final MetricAnswer TOO_LARGE =
            new NoQueryResult("the answer of Prometheus is larger than what is read of one");
    private static final MetricAnswer TOO_SLOW = new NoQueryResult("Prometheus took too long over the query");

    private AnswerReader() {}

    /** Whether the query is invalid for every Deployment. */
    static boolean isMeaningless(MetricAnswer answer) {
        return answer.equals(NOT_PROMQL);
    }

    /** Whether a smaller query of the same kind may succeed: a warning may be about the series of one Deployment. */
    static boolean askedTooMuch(MetricAnswer answer) {
        return answer instanceof InvalidQuery
                || answer.equals(TOO_LARGE)
                || answer.equals(TOO_SLOW)
                || answer.equals(WARNED);
    }

    /** The answer violates the protocol. */
    private static final class GarbledException extends RuntimeException {
        private static final long serialVersionUID = 1;

        GarbledException() {
            super(null, null, false, false);
        }
    }

    static MetricAnswer read(Response response) {
        if (!response.body().whole()) {
            return TOO_LARGE;
        }
        try {
            var json = JSON.readTree(response.body().text());
            return "success".equals(json.path("status").asText())
                    ? told(json)
                    : refused(json.path("errorType").asText(), response.status());
        } catch (JsonProcessingException | GarbledException e) {
            return refused("", response.status());
        }
    }

    private static MetricAnswer refused(String errorType, int status) {
        return switch (errorType) {
            case "bad_data" -> NOT_PROMQL;
            case "execution" ->
                new InvalidQuery(
                        "Prometheus could not evaluate the query, for example because vectors match many-to-many");
            case "timeout", "canceled" -> TOO_SLOW;
            case "unavailable", "internal", "too_many_requests" ->
                new NoQueryResult("Prometheus is in trouble (%s)".formatted(errorType));
            default -> byStatus(status);
        };
    }

    private static MetricAnswer byStatus(int status) {
        return switch (status) {
            case 401, 403 ->
                new InvalidQuery("Prometheus does not accept the operator's credentials (%d)".formatted(status));
            case 404, 405 ->
                new InvalidQuery("there is no Prometheus API at the configured address (%d)".formatted(status));
            case 200 -> NOT_PROMETHEUS;
            default -> new NoQueryResult("Prometheus answered %d".formatted(status));
        };
    }

    private static MetricAnswer told(JsonNode json) {
        if (!json.path("warnings").isEmpty()) {
            return WARNED;
        }
        if (json.path("isPartial").asBoolean()
                || json.path("data").path("isPartial").asBoolean()) {
            return new NoQueryResult("Prometheus answered in part only");
        }
        var result = json.path("data").path("result");
        return switch (json.path("data").path("resultType").asText()) {
            case "vector", "matrix" -> new QueryResult(series(result));
            case "scalar" -> new QueryResult(List.of(new Series(Map.of(), List.of(point(result)))));
            default -> throw new GarbledException();
        };
    }

    private static List<Series> series(JsonNode result) {
        if (!result.isArray()) {
            throw new GarbledException();
        }
        return result.valueStream().map(AnswerReader::one).toList();
    }

    private static Series one(JsonNode series) {
        var labels = new HashMap<String, String>();
        series.path("metric")
                .properties()
                .forEach(it -> labels.put(it.getKey(), it.getValue().asText()));
        return new Series(labels, points(series));
    }

    /** A native histogram has no value, so it gives no number to compare. */
    private static List<Point> points(JsonNode series) {
        if (series.has("values")) {
            return series.get("values").valueStream().map(AnswerReader::point).toList();
        }
        var histogram = Optional.of(series.path("histogram")).filter(JsonNode::isArray);
        return List.of(histogram
                .map(it -> new Point(it.path(0).asDouble(), Double.NaN))
                .orElseGet(() -> point(series.path("value"))));
    }

    private static Point point(JsonNode pair) {
        if (!pair.isArray() || pair.size() != 2 || !pair.get(0).isNumber()) {
            throw new GarbledException();
        }
        return new Point(pair.get(0).asDouble(), value(pair.get(1).asText()));
    }

    private static double value(String text) {
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> number(text);
        };
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new GarbledException();
        }
    }
}
