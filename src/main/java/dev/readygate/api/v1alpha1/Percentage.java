package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** A share of a whole, from {@code 0%} to {@code 100%}, with up to four decimals. */
public record Percentage(@JsonValue String text) {
    public static final String PATTERN = "^(100|[1-9]?[0-9](\\.[0-9]{1,4})?)%$";
    public static final int MAX_LENGTH = 8;

    @JsonCreator
    public Percentage {
        requireNonNull(text, "text");
        if (!text.matches(PATTERN)) {
            throw new IllegalArgumentException("'%s' is not a percentage; write 5%%, 99.9%% or 100%%".formatted(text));
        }
    }

    /** 99.9 for {@code 99.9%}. */
    public BigDecimal percent() {
        return new BigDecimal(text.substring(0, text.length() - 1));
    }

    /** 0.999 for {@code 99.9%}. */
    public double fraction() {
        return percent().movePointLeft(2).doubleValue();
    }

    @Override
    public String toString() {
        return text;
    }
}
