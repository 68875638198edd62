package dev.readygate.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readygate.testing.observer.Write;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The API server's audit log: every write with its author. The file grows with all tests of a cluster, so each line
 * is read once, and kept by its namespace until a test is done with that.
 */
public final class AuditLog {
    public static final String OPERATOR = "system:serviceaccount:readygate:readygate";
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Forbidden, or denied by an admission policy. */
    private static final Set<Integer> REFUSED = Set.of(403, 422);

    private final Path file;
    private final Map<String, List<AuditEntry>> entries = new HashMap<>();
    private long readSoFar;

    AuditLog(Path file) {
        this.file = file;
    }

    private record AuditEntry(Write write, Instant received, String credential) {
        String sentence() {
            return write.toString();
        }

        boolean isOfTheOperator() {
            return write.user().equals(OPERATOR);
        }
    }

    /** All writes in a namespace, by any user. */
    public List<Write> writes(String namespace) {
        return select(namespace, it -> true, AuditEntry::write);
    }

    /** One write that changed something, or tried to: {@code patch pods/status cart-1}. */
    public List<String> writesOfTheOperator(String namespace) {
        return select(namespace, AuditEntry::isOfTheOperator, AuditEntry::sentence);
    }

    /** Writes to cluster-scoped objects. */
    public List<String> writesOfTheOperatorElsewhere() {
        return writesOfTheOperator("");
    }

    /** Writes that the API server rejected. */
    public List<String> refusedWritesOfTheOperator(String namespace) {
        return select(
                namespace,
                it -> it.isOfTheOperator() && REFUSED.contains(it.write().code()),
                AuditEntry::sentence);
    }

    /** The times at which the API server received the writes to one kind. */
    public List<Instant> timesOfWrites(String namespace, String kind) {
        return select(
                namespace, it -> it.isOfTheOperator() && it.write().resource().equals(kind), AuditEntry::received);
    }

    /** Several replicas are one user with a token each; this returns the tokens. */
    public List<String> tokensOfWrites(String namespace) {
        return select(namespace, AuditEntry::isOfTheOperator, AuditEntry::credential);
    }

    synchronized void forget(String namespace) {
        entries.remove(namespace);
    }

    private synchronized <T> List<T> select(
            String namespace, Predicate<AuditEntry> which, Function<AuditEntry, T> what) {
        readOn();
        return entries.getOrDefault(namespace, List.of()).stream()
                .filter(which)
                .map(what)
                .toList();
    }

    /** Up to the last line that is complete. */
    private void readOn() {
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(readSoFar);
            var news = new byte[Math.toIntExact(log.length() - readSoFar)];
            log.readFully(news);
            int begin = 0;
            for (int end = 0; end < news.length; end++) {
                if (news[end] == '\n') {
                    keep(new String(news, begin, end - begin, StandardCharsets.UTF_8));
                    begin = end + 1;
                }
            }
            readSoFar += begin;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(String line) {
        var entry = parse(line);
        var namespace = entry.at("/objectRef/namespace").asText();
        if (!entry.path("requestURI").asText().contains("dryRun")) {
            entries.computeIfAbsent(namespace, _ -> new ArrayList<>())
                    .add(new AuditEntry(
                            write(entry),
                            Instant.parse(entry.path("requestReceivedTimestamp").asText()),
                            entry.at("/user/extra/authentication.kubernetes.io~1credential-id/0")
                                    .asText()));
        }
    }

    private static Write write(JsonNode entry) {
        var object = entry.path("objectRef");
        return new Write(
                Instant.parse(entry.path("stageTimestamp").asText()),
                entry.at("/user/username").asText(),
                entry.path("verb").asText(),
                resource(object),
                object.path("name").asText(),
                entry.at("/responseStatus/code").asInt(),
                version(entry.at("/responseObject/metadata/resourceVersion")));
    }

    private static OptionalLong version(JsonNode recorded) {
        return recorded.isTextual() ? OptionalLong.of(Long.parseLong(recorded.asText())) : OptionalLong.empty();
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
