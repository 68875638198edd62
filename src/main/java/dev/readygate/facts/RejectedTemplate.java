package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

/**
 * What the user declared, kept in the book while the baseline's template stands in its place.
 *
 * @param template with all it takes to put it back as it was
 * @param number the revision number it had when it was refused; a higher one means that it was brought in again
 */
public record RejectedTemplate(PodTemplate template, long number) {
    public RejectedTemplate {
        requireNonNull(template, "template");
    }
}
