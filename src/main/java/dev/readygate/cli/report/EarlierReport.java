package dev.readygate.cli.report;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An earlier report, read from its JSON.
 *
 * @param score the overall number, 0 to 100
 * @param rows the scores of its rows by name, 0 to 100; none where it had no data
 * @param states the states of its checks by name
 */
public record EarlierReport(
        Instant at,
        Optional<String> standard,
        List<String> deployments,
        Optional<Double> score,
        Map<String, Optional<Integer>> rows,
        Map<String, QuestionState> states) {
    public EarlierReport {
        requireNonNull(at, "at");
        requireNonNull(standard, "standard");
        deployments = List.copyOf(deployments);
        requireNonNull(score, "score");
        rows = Map.copyOf(rows);
        states = Map.copyOf(states);
    }

    /** Empty for a text that is no report of this version. */
    public static Optional<EarlierReport> of(String json) {
        try {
            var root = new ObjectMapper().readTree(json);
            return root.path("rows").isArray() && root.path("checks").isArray()
                    ? Optional.of(of(root))
                    : Optional.empty();
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** A score that is there now and was not, or the other way round, has moved. */
    public boolean hasMoved(Optional<BigDecimal> now, int points) {
        return now.isPresent() != score.isPresent()
                || now.isPresent() && Math.abs(now.get().doubleValue() - score.get()) >= points;
    }

    private static EarlierReport of(JsonNode root) {
        return new EarlierReport(
                Instant.parse(root.path("at").asText()),
                Optional.ofNullable(root.path("standard").textValue()),
                root.path("deployments").valueStream().map(JsonNode::asText).toList(),
                number(root.path("score")).map(JsonNode::asDouble),
                byName(root.path("rows"), it -> number(it.path("score")).map(JsonNode::asInt)),
                byName(
                        root.path("checks"),
                        it -> QuestionState.valueOf(it.path("state").asText())));
    }

    private static Optional<JsonNode> number(JsonNode node) {
        return Optional.of(node).filter(JsonNode::isNumber);
    }

    private static <T> Map<String, T> byName(JsonNode list, Function<JsonNode, T> value) {
        Map<String, T> found = new LinkedHashMap<>();
        list.forEach(it -> found.put(it.path("name").asText(), value.apply(it)));
        return found;
    }
}
