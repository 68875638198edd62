package dev.readygate.cli.imports;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The start tag of an element. */
record Tag(XmlFile file, String name, Map<String, String> attributes) {
    boolean is(String attribute, String value) {
        return value.equals(attributes.get(attribute));
    }

    Optional<String> text(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** The count in the attribute; empty without the attribute. */
    OptionalLong count(String attribute) {
        var said = attributes.get(attribute);
        if (said == null) {
            return OptionalLong.empty();
        }
        if (!said.matches("\\d{1,15}")) {
            throw file.isWrong("%s of <%s> is no count".formatted(attribute, name));
        }
        return OptionalLong.of(Long.parseLong(said));
    }

    Optional<BigDecimal> number(String attribute) {
        try {
            return Optional.ofNullable(attributes.get(attribute)).map(BigDecimal::new);
        } catch (NumberFormatException notOne) {
            throw file.isWrong("%s of <%s> is no number".formatted(attribute, name));
        }
    }
}
