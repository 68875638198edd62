package dev.readygate.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readygate.testing.observer.Write;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the API server recorded: every write with its author. */
public record AuditLog(Path file) {
    public static final String OPERATOR = "system:serviceaccount:readygate:readygate";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** All of a namespace, by whomever. */
    public List<Write> writes(String namespace) {
        return read(
                it -> it.contains("\"namespace\":\"" + namespace + "\""), it -> isIn(namespace, it), AuditLog::write);
    }

    private static Write write(JsonNode entry) {
        var object = entry.path("objectRef");
        return new Write(
                Instant.parse(entry.path("stageTimestamp").asText()),
                entry.at("/user/username").asText(),
                entry.path("verb").asText(),
                resource(object),
                object.path("name").asText(),
                entry.at("/responseStatus/code").asInt());
    }

    /** One write that changed something, or tried to: {@code patch pods/status cart-1}. */
    public List<String> writesOfTheOperator(String namespace) {
        return select(it -> isIn(namespace, it), AuditLog::sentence);
    }

    /** Everywhere, but for the lease by which several replicas agree who acts. */
    public List<String> writesOfTheOperator() {
        return select(it -> !isLease(it), AuditLog::sentence);
    }

    /** Those that an admission policy turned down. */
    public List<String> refusedWritesOfTheOperator(String namespace) {
        return select(it -> isIn(namespace, it) && it.at("/responseStatus/code").asInt() == 422, AuditLog::sentence);
    }

    /** When the API server received each of them about one kind. */
    public List<Instant> timesOfWrites(String namespace, String kind) {
        return select(
                it -> isIn(namespace, it)
                        && kind.equals(it.at("/objectRef/resource").asText()),
                it -> Instant.parse(it.path("requestReceivedTimestamp").asText()));
    }

    /** Several replicas are one user with a token each; this is whose token was used. */
    public List<String> tokensOfWrites(String namespace) {
        return select(
                it -> isIn(namespace, it),
                it -> it.at("/user/extra/authentication.kubernetes.io~1credential-id/0")
                        .asText());
    }

    private <T> List<T> select(Predicate<JsonNode> which, Function<JsonNode, T> what) {
        return read(
                it -> it.contains(OPERATOR),
                it -> OPERATOR.equals(it.at("/user/username").asText()) && which.test(it),
                what);
    }

    /** @param hint what can be told without parsing, as most of the log is about others */
    private <T> List<T> read(Predicate<String> hint, Predicate<JsonNode> which, Function<JsonNode, T> what) {
        try (var lines = Files.lines(file)) {
            return lines.filter(hint)
                    .map(AuditLog::parse)
                    .filter(it -> !it.path("requestURI").asText().contains("dryRun"))
                    .filter(which)
                    .map(what)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isIn(String namespace, JsonNode entry) {
        return namespace.equals(entry.at("/objectRef/namespace").asText());
    }

    private static boolean isLease(JsonNode entry) {
        return "leases".equals(entry.at("/objectRef/resource").asText());
    }

    private static String sentence(JsonNode entry) {
        var object = entry.path("objectRef");
        return "%s %s %s"
                .formatted(
                        entry.path("verb").asText(),
                        resource(object),
                        object.path("name").asText());
    }

    private static String resource(JsonNode object) {
        var resource = object.path("resource").asText();
        var subresource = object.path("subresource").asText();
        return subresource.isEmpty() ? resource : resource + "/" + subresource;
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
