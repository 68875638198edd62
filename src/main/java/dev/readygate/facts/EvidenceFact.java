package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A statement about a revision or a Deployment: a test run, a scan, a sign-off.
 *
 * @param outcome Pass or Fail; empty if only the data says
 * @param data as in JSON: text, numbers, booleans, lists and maps of them
 */
public record EvidenceFact(
        Statement statement, String type, About about, Optional<Outcome> outcome, Map<String, Object> data) {
    public EvidenceFact {
        requireNonNull(statement, "statement");
        requireNonNull(type, "type");
        requireNonNull(about, "about");
        requireNonNull(outcome, "outcome");
        // Not Map.copyOf: JSON has null.
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }
}
