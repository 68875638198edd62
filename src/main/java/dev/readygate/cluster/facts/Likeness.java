package dev.readygate.cluster.facts;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells templates that differ only in the mark of a restart, without keeping them: a digest of all else. It is compared
 * within one process and written nowhere, so another version of us may well come to another digest.
 */
final class Likeness {
    private static final String NOTE = "likeness";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Likeness() {}

    /** Noted where the trimmed ReplicaSet keeps it. */
    static ObjectMeta noted(ObjectMeta trimmed, PodTemplateSpec template) {
        trimmed.getAdditionalProperties().put(NOTE, digest(template));
        return trimmed;
    }

    static String of(ReplicaSet trimmed) {
        return (String) trimmed.getMetadata().getAdditionalProperties().getOrDefault(NOTE, "");
    }

    private static String digest(PodTemplateSpec template) {
        return sha256(Templates.of(JSON.valueToTree(template)).json());
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
