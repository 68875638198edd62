package dev.readygate.facts;

import java.util.Map;
import java.util.Optional;

/** The answers known at one instant. */
public record Readings(Map<Question, Reading> byQuestion) {
    public static final Readings NONE = new Readings(Map.of());

    public Readings {
        byQuestion = Map.copyOf(byQuestion);
    }

    public Optional<Reading> of(Question question) {
        return Optional.ofNullable(byQuestion.get(question));
    }
}
