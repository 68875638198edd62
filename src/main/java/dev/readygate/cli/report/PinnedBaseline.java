package dev.readygate.cli.report;

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
import java.util.stream.StreamSupport;

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

    /** Empty for other evidence, and for a baseline of another Deployment. */
    public static Optional<PinnedBaseline> in(ReadinessEvidenceSpec evidence, String deployment) {
        return Optional.of(evidence)
                .filter(it -> it.type().equals(TYPE) && it.data() != null)
                .filter(it -> deployment.equals(it.about().deployment()))
                .map(ReadinessEvidenceSpec::data)
                .filter(it -> it.path("name").isTextual() && it.path("revision").isTextual())
                .map(it -> new PinnedBaseline(
                        it.path("name").asText(),
                        it.path("revision").asText(),
                        texts(it.path("images")),
                        texts(it.path("digests")),
                        it.path("commit").asText(""),
                        it.path("database").asText("")));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** A pinned baseline with the evidence that states it. */
    record StatedPin(PinnedBaseline pin, StatedEvidence evidence) {
        static Optional<StatedPin> of(StatedEvidence evidence, String deployment) {
            return in(evidence.spec(), deployment).map(it -> new StatedPin(it, evidence));
        }
    }
}
