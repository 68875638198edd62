package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The subject of a piece of evidence. It fits only if every field that it names fits.
 *
 * @param revision the pod-template-hash
 */
public record About(
        Optional<String> deployment, Optional<String> revision, Optional<String> image, Optional<String> commit) {
    public About {
        requireNonNull(deployment, "deployment");
        requireNonNull(revision, "revision");
        requireNonNull(image, "image");
        requireNonNull(commit, "commit");
    }

    public boolean fits(DeploymentRef ref, Revision candidate) {
        return deployment.map(ref.name()::equals).orElse(true)
                && revision.map(candidate::isKnownAs).orElse(true)
                && image.map(candidate.origin()::runs).orElse(true)
                && commit.map(candidate.origin()::isFrom).orElse(true);
    }

    /**
     * The subject without its revision: the Deployment, otherwise the image without its tag, or empty if it names
     * only commits.
     */
    public String subject() {
        return deployment.or(() -> image.map(Origin::repository)).orElse("");
    }

    /** Whether it is about certain revisions, and not also about later ones. */
    public boolean namesRevision() {
        return revision.isPresent() || image.isPresent() || commit.isPresent();
    }
}
