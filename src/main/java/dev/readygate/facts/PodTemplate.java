package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

/**
 * A pod template as the API server returned it, without the label and the annotation that tell two ReplicaSets of one
 * release apart.
 *
 * @param json in one canonical form, so that equal templates have equal texts
 */
public record PodTemplate(String json) {
    /** There was no room for it. Equal to no template. */
    public static final PodTemplate LEFT_OUT = new PodTemplate("{}");

    public PodTemplate {
        requireNonNull(json, "json");
    }

    public boolean isLeftOut() {
        return equals(LEFT_OUT);
    }
}
