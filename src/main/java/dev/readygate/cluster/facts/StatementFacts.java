package dev.readygate.cluster.facts;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readygate.api.v1alpha1.Author;
import dev.readygate.api.v1alpha1.ReadinessEvidence;
import dev.readygate.api.v1alpha1.ReadinessEvidenceSpec.EvidenceSubject;
import dev.readygate.api.v1alpha1.ReadinessWaiver;
import dev.readygate.facts.About;
import dev.readygate.facts.EvidenceFact;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Person;
import dev.readygate.facts.Statement;
import dev.readygate.facts.WaiverFact;
import dev.readygate.retention.Stated;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns evidence and waivers, as the API server returned them, into facts. */
public record StatementFacts(ServerTime time) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

    public EvidenceFact of(ReadinessEvidence evidence) {
        var spec = evidence.getSpec();
        return new EvidenceFact(
                statement(evidence.getMetadata(), spec.by(), spec.expires()),
                spec.type(),
                about(spec.about()),
                Optional.ofNullable(spec.outcome()).map(it -> Outcome.valueOf(it.name())),
                spec.data() == null ? Map.of() : JSON.convertValue(spec.data(), DATA));
    }

    public Stated stated(ReadinessEvidence evidence) {
        var spec = evidence.getSpec();
        return new Stated(
                statement(evidence.getMetadata(), spec.by(), spec.expires()), spec.type(), about(spec.about()));
    }

    public WaiverFact of(ReadinessWaiver waiver) {
        var spec = waiver.getSpec();
        return new WaiverFact(
                statement(waiver.getMetadata(), spec.by(), spec.expires()),
                spec.check(),
                Optional.ofNullable(spec.revision()),
                spec.reason(),
                Optional.ofNullable(spec.owner()),
                Optional.ofNullable(spec.link()));
    }

    static About about(EvidenceSubject about) {
        return new About(
                Optional.ofNullable(about.deployment()),
                Optional.ofNullable(about.revision()),
                Optional.ofNullable(about.image()),
                Optional.ofNullable(about.commit()));
    }

    private Statement statement(ObjectMeta metadata, Author by, Instant expires) {
        return new Statement(
                metadata.getName(),
                Optional.ofNullable(by).filter(it -> it.user() != null).map(StatementFacts::person),
                time.ours(Instant.parse(metadata.getCreationTimestamp())),
                Optional.ofNullable(expires).map(time::ours));
    }

    private static Person person(Author author) {
        return new Person(author.user(), Set.copyOf(author.groups()));
    }
}
