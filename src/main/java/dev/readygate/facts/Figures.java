package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * Numbers of one sample.
 *
 * @param shown the number that counts, as people read it
 */
public record Figures(String shown, Map<String, Double> byName) {
    public static final Figures NONE = new Figures("", Map.of());

    public Figures {
        requireNonNull(shown, "shown");
        byName = Map.copyOf(byName);
    }

    public static Figures of(String shown) {
        return new Figures(shown, Map.of());
    }

    public OptionalDouble number(String name) {
        var number = byName.get(name);
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
