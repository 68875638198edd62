package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The images of a revision, and its source.
 *
 * @param images as declared
 * @param digests of the images: those declared, and those seen running, as a tag can be pushed again
 * @param commit the commit it was built from, if an annotation says so
 * @param appliedBy the user whose request brought its template, if admission stamped it
 * @param pushedAgain images of which its pods run different builds
 * @param particulars notes of people about it, for the record
 */
public record Origin(
        List<String> images,
        List<String> digests,
        Optional<String> commit,
        Optional<String> appliedBy,
        List<String> pushedAgain,
        Particulars particulars) {
    private static final int SHORTEST_COMMIT = 7;

    public Origin(List<String> images, List<String> digests, Optional<String> commit, Optional<String> appliedBy) {
        this(images, digests, commit, appliedBy, List.of(), Particulars.NONE);
    }

    public Origin {
        requireNonNull(commit, "commit");
        requireNonNull(appliedBy, "appliedBy");
        requireNonNull(particulars, "particulars");
        images = List.copyOf(images);
        digests = List.copyOf(digests);
        pushedAgain = List.copyOf(pushedAgain);
    }

    public static Origin of(String... images) {
        return new Origin(List.of(images), List.of(), Optional.empty(), Optional.empty());
    }

    /** The digest in an image's name, or in the imageID that a node reports. */
    public static Optional<String> digest(String image) {
        int at = image.indexOf("@");
        return at < 0 ? Optional.empty() : Optional.of(image.substring(at + 1));
    }

    public Origin noted(Particulars written) {
        return new Origin(images, digests, commit, appliedBy, pushedAgain, written);
    }

    /** The version in a label, otherwise the tag of its first image. */
    public Optional<String> version() {
        return particulars.version().or(() -> images.stream().findFirst().flatMap(Origin::tag));
    }

    private static Optional<String> tag(String image) {
        var name = withoutDigest(image);
        int colon = name.lastIndexOf(':');
        return colon > name.lastIndexOf('/') ? Optional.of(name.substring(colon + 1)) : Optional.empty();
    }

    static String repository(String image) {
        var name = withoutDigest(image);
        return tag(image)
                .map(it -> name.substring(0, name.length() - it.length() - 1))
                .orElse(name);
    }

    /** If the image has a digest, the digest counts, from any registry; otherwise the name as it was declared. */
    boolean runs(String image) {
        return digest(image)
                .map(digests::contains)
                .orElseGet(
                        () -> images.stream().anyMatch(it -> withoutDigest(it).equals(image)));
    }

    private static String withoutDigest(String image) {
        return image.split("@", 2)[0];
    }

    /** Either side may abbreviate the commit. */
    boolean isFrom(String other) {
        return commit.filter(it -> it.length() >= SHORTEST_COMMIT && other.length() >= SHORTEST_COMMIT)
                .filter(it -> it.startsWith(other) || other.startsWith(it))
                .isPresent();
    }

    Origin with(Stream<String> moreDigests) {
        var all =
                Stream.concat(digests.stream(), moreDigests).distinct().sorted().toList();
        return new Origin(images, all, commit, appliedBy, pushedAgain, particulars);
    }

    /** @param builds that its pods run, by the image that their template names */
    Origin building(Map<String, Set<String>> builds) {
        var several = images.stream()
                .distinct()
                .filter(it -> builds.getOrDefault(it, Set.of()).size() > 1)
                .toList();
        return new Origin(images, digests, commit, appliedBy, several, particulars);
    }
}
