package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

/**
 * The user's template, kept in the GateBook while the baseline's template is declared in its place.
 *
 * @param template complete enough to declare it again as it was
 * @param number the revision number when the API server began to reject it; a higher one means that a user declared
 *     it again
 */
public record RejectedTemplate(PodTemplate template, long number) {
    public RejectedTemplate {
        requireNonNull(template, "template");
    }
}
