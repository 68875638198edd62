package dev.readygate.cli.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;

/** The severity of a finding: by its CVSS-like number if there is one, otherwise by SARIF's level. */
enum Severity {
    Critical,
    High,
    Medium,
    Low;

    private static final double CRITICAL = 9;
    private static final double HIGH = 7;
    private static final double MEDIUM = 4;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** 0 is no rating, so the level decides. */
    static Optional<Severity> ofSecurity(JsonNode number) {
        double rated = number.asDouble(0);
        if (rated <= 0) {
            return Optional.empty();
        }
        return Optional.of(rated >= CRITICAL ? Critical : rated >= HIGH ? High : rated >= MEDIUM ? Medium : Low);
    }

    static Optional<Severity> ofLevel(String level) {
        return switch (level) {
            case "error" -> Optional.of(High);
            case "note" -> Optional.of(Low);
            case "none" -> Optional.empty();
            default -> Optional.of(Medium);
        };
    }
}
