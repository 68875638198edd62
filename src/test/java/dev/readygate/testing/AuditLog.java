package dev.readygate.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the API server recorded: every write with its author. */
public record AuditLog(Path file) {
    private static final String OPERATOR = "system:serviceaccount:readygate:readygate";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One write that changed something, or tried to: {@code patch pods/status shop/cart-1}. */
    public List<String> writesOfTheOperator(String namespace) {
        try (var lines = Files.lines(file)) {
            return lines.map(AuditLog::parse)
                    .filter(it -> OPERATOR.equals(it.at("/user/username").asText()))
                    .filter(it -> namespace.equals(it.at("/objectRef/namespace").asText()))
                    .filter(it -> !it.path("requestURI").asText().contains("dryRun"))
                    .map(AuditLog::sentence)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
