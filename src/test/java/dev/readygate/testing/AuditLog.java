package dev.readygate.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
    private static final String OPERATOR = "system:serviceaccount:readygate:readygate";
    private static final ObjectMapper JSON = new ObjectMapper();

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
        try (var lines = Files.lines(file)) {
            return lines.map(AuditLog::parse)
                    .filter(it -> OPERATOR.equals(it.at("/user/username").asText()))
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
        var resource = object.path("resource").asText();
        var subresource = object.path("subresource").asText();
        return "%s %s %s"
                .formatted(
                        entry.path("verb").asText(),
                        subresource.isEmpty() ? resource : resource + "/" + subresource,
                        object.path("name").asText());
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
