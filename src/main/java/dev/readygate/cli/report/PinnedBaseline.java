package dev.readygate.cli.report;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.api.v1alpha1.BaselineStatus;
import dev.readygate.api.v1alpha1.ReadinessEvidenceSpec;
import dev.readygate.api.v1alpha1.ReadinessEvidenceSpec.EvidenceSubject;
import dev.readygate.cli.report.DocumentSources.StatedEvidence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A baseline to which a person gave a name, stated as evidence.
 *
 * @param database what has to be done to the database to go back to it
 */
public record PinnedBaseline(
        String name, String revision, List<String> images, List<String> digests, String commit, String database) {
    /** The type of the evidence. */
    public static final String TYPE = "baseline";

    public PinnedBaseline {
        requireNonNull(name, "name");
        requireNonNull(revision, "revision");
        images = List.copyOf(images);
        digests = List.copyOf(digests);
        requireNonNull(commit, "commit");
        requireNonNull(database, "database");
    }

    /** The evidence about a Deployment that pins its baseline under this name. */
    public static ReadinessEvidenceSpec of(
            String deployment, BaselineStatus baseline, String name, Optional<String> database) {
        ObjectNode data = new ObjectMapper()
                .valueToTree(Map.of(
                        "name", name,
                        "revision", baseline.hash(),
                        "images", baseline.images(),
                        "digests", baseline.digests()));
        Optional.ofNullable(baseline.commit()).ifPresent(it -> data.put("commit", it));
        database.ifPresent(it -> data.put("database", it));
        return new ReadinessEvidenceSpec(
                TYPE, new EvidenceSubject(deployment, null, null, null), null, data, null, null, null, null);
    }

    /** The pinned baselines of a Deployment, the newest first. */
    public static Stream<StatedPin> of(String deployment, List<StatedEvidence> statements) {
        return statements.stream()
                .filter(it -> it.spec().type().equals(TYPE) && it.spec().data() != null)
                .filter(it -> deployment.equals(it.spec().about().deployment()))
                .filter(it -> it.spec().data().path("name").isTextual()
                        && it.spec().data().path("revision").isTextual())
                .sorted(comparing(StatedEvidence::made).reversed())
                .map(it -> new StatedPin(in(it.spec().data()), it));
    }

    private static PinnedBaseline in(JsonNode data) {
        return new PinnedBaseline(
                data.path("name").asText(),
                data.path("revision").asText(),
                texts(data.path("images")),
                texts(data.path("digests")),
                data.path("commit").asText(""),
                data.path("database").asText(""));
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    /** A pinned baseline with the evidence that states it. */
    public record StatedPin(PinnedBaseline pin, StatedEvidence evidence) {}
}
