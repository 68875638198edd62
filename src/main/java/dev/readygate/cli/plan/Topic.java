package dev.readygate.cli.plan;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.ReadinessEvidenceSpec.EvidenceSubject;
import dev.readygate.api.v1alpha1.RevisionStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The subject of evidence. The evidence counts only where everything that it names fits. */
public record Topic(
        Optional<String> deployment, Optional<String> revision, Optional<String> image, Optional<String> commit) {
    public Topic {
        requireNonNull(deployment, "deployment");
        requireNonNull(revision, "revision");
        requireNonNull(image, "image");
        requireNonNull(commit, "commit");
    }

    /** @throws IllegalArgumentException with one sentence, where the API server would answer with several */
    public EvidenceSubject named() {
        if (Stream.of(deployment, image, commit).allMatch(Optional::isEmpty)) {
            throw new IllegalArgumentException("say what it is about: --deployment, --image or --commit");
        }
        if (revision.isPresent() && deployment.isEmpty()) {
            throw new IllegalArgumentException("--revision needs --deployment, whose revision it is");
        }
        commit.filter(it -> !it.matches("[0-9a-f]{7,64}")).ifPresent(it -> {
            throw new IllegalArgumentException("%s is no commit: write 7 to 64 digits and letters a-f".formatted(it));
        });
        return new EvidenceSubject(
                deployment.orElse(null), revision.orElse(null), image.orElse(null), commit.orElse(null));
    }

    /**
     * Adds this revision: by its one image's digest and its commit, which outlast the hash, or by the hash if both are
     * unknown.
     */
    public Topic current(RevisionStatus now) {
        var digest = image.or(() -> digest(now));
        var from = commit.or(() -> Optional.ofNullable(now.commit()).filter(it -> it.matches("[0-9a-f]{7,64}")));
        return digest.isEmpty() && from.isEmpty()
                ? new Topic(deployment, revision.or(() -> Optional.of(now.hash())), digest, from)
                : new Topic(deployment, revision, digest, from);
    }

    private static Optional<String> digest(RevisionStatus now) {
        if (now.images().size() != 1) {
            return Optional.empty();
        }
        var image = now.images().getFirst();
        if (image.contains("@")) {
            return Optional.of(image);
        }
        return only(now.digests()).map(it -> withoutTag(image) + "@" + it);
    }

    private static Optional<String> only(List<String> digests) {
        return digests.size() == 1 ? Optional.of(digests.getFirst()) : Optional.empty();
    }

    /** A colon before the last slash belongs to the registry's port. */
    private static String withoutTag(String image) {
        int colon = image.lastIndexOf(':');
        return colon > image.lastIndexOf('/') ? image.substring(0, colon) : image;
    }

    /** The subject in words: {@code Deployment cart, commit 898c22c}. */
    public static String told(EvidenceSubject about) {
        return String.join(
                ", ",
                Stream.of(
                                Optional.ofNullable(about.deployment()).map("Deployment %s"::formatted),
                                Optional.ofNullable(about.revision()).map("revision %s"::formatted),
                                Optional.ofNullable(about.image()).map("image %s"::formatted),
                                Optional.ofNullable(about.commit()).map("commit %s"::formatted))
                        .flatMap(Optional::stream)
                        .toList());
    }
}
