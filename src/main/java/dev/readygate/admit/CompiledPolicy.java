package dev.readygate.admit;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.readygate.api.v1alpha1.Selector;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The Admit checks of one policy, in the form that the API server enforces. */
public record CompiledPolicy(PolicyId policy, String uid, RuleEffect effect, CompiledScope where, CelText text) {
    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final int SHORT = 20;

    public CompiledPolicy {
        requireNonNull(policy, "policy");
        requireNonNull(uid, "uid");
        requireNonNull(effect, "effect");
        requireNonNull(where, "where");
        requireNonNull(text, "text");
    }

    /** The reaction of the API server to a change that breaks a rule. */
    public enum RuleEffect {
        Deny,
        Warn
    }

    /** Selects namespaces and Deployments by their labels. */
    public record CompiledScope(Selector namespaces, Selector deployments) {}

    /**
     * The expressions, in CEL.
     *
     * @param conditions all of which must hold for the rest to matter, by their names
     * @param variables in an order in which each needs only those before it
     */
    public record CelText(
            List<NamedExpression> conditions, List<NamedExpression> variables, List<Validation> validations) {
        public CelText {
            conditions = List.copyOf(conditions);
            variables = List.copyOf(variables);
            validations = List.copyOf(validations);
        }
    }

    public record NamedExpression(String name, String expression) {}

    /**
     * @param message for the case that the sentence cannot be evaluated
     * @param sentence an expression that returns the message
     */
    public record Validation(String check, String expression, String message, String sentence) {}

    /** Identifies this text, with the same result on every machine. */
    public String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(SORTED.writeValueAsBytes(this));
            return HexFormat.of().formatHex(digest).substring(0, SHORT);
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Labels of a Deployment that it selects. */
    public Map<String, String> exampleLabels() {
        return new SelectorExpression(where.deployments()).example();
    }
}
