package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** A port by number or by the name it has in the container or Service. */
public record Port(@JsonValue Object value) {
    @JsonCreator
    public Port {
        boolean number = value instanceof Integer it && it >= 1 && it <= 65535;
        boolean name = value instanceof String it && it.length() <= 15 && it.matches(Patterns.PORT);
        if (!number && !name) {
            throw new IllegalArgumentException("'%s' is neither a port number nor a port name".formatted(value));
        }
    }

    public Optional<Integer> number() {
        return value instanceof Integer it ? Optional.of(it) : Optional.empty();
    }

    public Optional<String> name() {
        return value instanceof String it ? Optional.of(it) : Optional.empty();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
