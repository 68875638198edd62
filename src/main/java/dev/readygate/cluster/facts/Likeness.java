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
 * Finds templates that differ only in the annotation of a restart, by a digest of all else instead of the templates. It
 * is compared within one process and never written, so another version of the operator may compute another digest.
 */
final class Likeness {
    private static final String NOTE = "likeness";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Likeness() {}

    /** Keeps the digest in the metadata of the trimmed ReplicaSet. */
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
