package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A pod template as the API server returned it, without the label and the annotation that distinguish two
 * ReplicaSets of one release.
 *
 * @param json in one canonical form, so that equal templates have equal texts
 */
public record PodTemplate(String json) {
    /** The GateBook had no room for it. */
    public static final PodTemplate LEFT_OUT = new PodTemplate("{}");

    public PodTemplate {
        requireNonNull(json, "json");
    }

    public boolean isLeftOut() {
        return equals(LEFT_OUT);
    }

    /** Short, and different for different templates in all practical cases. */
    String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 5);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Environment values must not get into a log by way of a record's text. */
    @Override
    public String toString() {
        return "PodTemplate[…]";
    }
}
