package dev.readygate.cluster.facts;

import dev.readygate.api.v1alpha1.ContractNames;
import dev.readygate.cluster.kube.ObjectNames;
import dev.readygate.facts.Origin;
import dev.readygate.facts.Particulars;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads from a ReplicaSet, or from a Deployment for its declared template, the images, commit and applier. The
 * Deployment controller copies the Deployment's annotations to the ReplicaSet of the declared revision, so an older
 * ReplicaSet keeps its own.
 */
final class Origins {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,64}");
    private static final Pattern WHOLE_COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    private Origins() {}

    static Origin of(ReplicaSet replicaSet) {
        return of(replicaSet.getMetadata(), replicaSet.getSpec().getTemplate(), replicaSet.getMetadata());
    }

    /** The origin of the declared template, which may have no ReplicaSet yet; one would have the template's labels. */
    static Origin of(Deployment deployment) {
        var template = deployment.getSpec().getTemplate();
        return of(deployment.getMetadata(), template, template.getMetadata());
    }

    private static Origin of(ObjectMeta metadata, PodTemplateSpec template, ObjectMeta labelled) {
        var images = template.getSpec().getContainers().stream()
                .map(Container::getImage)
                .toList();
        var digests = images.stream().flatMap(it -> Origin.digest(it).stream()).toList();
        return new Origin(
                images,
                digests,
                commit(metadata, template.getMetadata(), labelled),
                annotation(metadata, ContractNames.APPLIED_BY),
                List.of(),
                particulars(metadata, template.getMetadata(), labelled));
    }

    private static Particulars particulars(ObjectMeta owner, ObjectMeta template, ObjectMeta labelled) {
        return new Particulars(
                label(labelled, ObjectNames.VERSION),
                either(template, owner, ContractNames.COMMIT_TIME).flatMap(Origins::instant),
                label(owner, ContractNames.ENVIRONMENT).or(() -> annotation(owner, ContractNames.ENVIRONMENT)),
                either(template, owner, ContractNames.REWORK)
                        .filter("true"::equals)
                        .isPresent());
    }

    /** The template's annotation comes first: it is about this release, the owner's may be left from an earlier one. */
    private static Optional<String> either(ObjectMeta first, ObjectMeta second, String name) {
        return annotation(first, name).or(() -> annotation(second, name));
    }

    private static Optional<Instant> instant(String written) {
        try {
            return Optional.of(OffsetDateTime.parse(written.strip()).toInstant());
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    private static Optional<String> label(ObjectMeta labelled, String name) {
        return Optional.ofNullable(labelled).map(ObjectMeta::getLabels).map(it -> it.get(name));
    }

    private static Optional<String> commit(ObjectMeta owner, ObjectMeta template, ObjectMeta labelled) {
        var written = Stream.of(
                        annotation(owner, ContractNames.COMMIT),
                        annotation(template, ContractNames.COMMIT),
                        annotation(template, ObjectNames.OCI_COMMIT))
                .flatMap(Optional::stream)
                .map(it -> it.toLowerCase(Locale.ROOT))
                .filter(COMMIT.asMatchPredicate())
                .findFirst();
        return written.or(() -> version(labelled));
    }

    private static Optional<String> version(ObjectMeta labelled) {
        return label(labelled, ObjectNames.VERSION).filter(WHOLE_COMMIT.asMatchPredicate());
    }

    private static Optional<String> annotation(ObjectMeta metadata, String name) {
        return Optional.ofNullable(metadata).map(ObjectMeta::getAnnotations).map(it -> it.get(name));
    }
}
