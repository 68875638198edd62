package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a piece of evidence names. It holds only where everything it names fits.
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

    /** What it is about, whichever revision: the Deployment, otherwise the image whatever its tag, or nothing but commits. */
    public String subject() {
        return deployment.or(() -> image.map(Origin::repository)).orElse("");
    }

    /** It holds for one revision, whichever comes next. */
    public boolean namesRevision() {
        return revision.isPresent() || image.isPresent() || commit.isPresent();
    }
}
