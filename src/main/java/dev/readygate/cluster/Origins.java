package dev.readygate.cluster;

import dev.readygate.facts.Origin;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a ReplicaSet says of its making. The Deployment controller copies the Deployment's annotations to the ReplicaSet
 * of the declared revision, so what was true of an older revision stays on its own.
 */
final class Origins {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,64}");
    private static final Pattern WHOLE_COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    private Origins() {}

    static Origin of(ReplicaSet replicaSet) {
        var images = replicaSet.getSpec().getTemplate().getSpec().getContainers().stream()
                .map(Container::getImage)
                .toList();
        var digests = images.stream().flatMap(it -> Origin.digest(it).stream()).toList();
        return new Origin(images, digests, commit(replicaSet), annotation(replicaSet.getMetadata(), Names.APPLIED_BY));
    }

    private static Optional<String> commit(ReplicaSet replicaSet) {
        var template = replicaSet.getSpec().getTemplate().getMetadata();
        var written = Stream.of(
                        annotation(replicaSet.getMetadata(), Names.COMMIT),
                        annotation(template, Names.COMMIT),
                        annotation(template, Names.OCI_COMMIT))
                .flatMap(Optional::stream)
                .map(it -> it.toLowerCase(Locale.ROOT))
                .filter(COMMIT.asMatchPredicate())
                .findFirst();
        return written.or(() -> version(replicaSet));
    }

    private static Optional<String> version(ReplicaSet replicaSet) {
        return Optional.ofNullable(replicaSet.getMetadata().getLabels())
                .map(it -> it.get(Names.VERSION))
                .filter(WHOLE_COMMIT.asMatchPredicate());
    }

    private static Optional<String> annotation(ObjectMeta metadata, String name) {
        return Optional.ofNullable(metadata).map(ObjectMeta::getAnnotations).map(it -> it.get(name));
    }
}
