package dev.readygate.cli.report;

import dev.readygate.api.v1alpha1.ReadinessStandardSpec;
import java.util.Objects;

/** Fills a standard's text with the defaults of its parameters, if no policy gave them values. */
final class Defaults {
    private Defaults() {}

    static String fill(ReadinessStandardSpec standard, String text) {
        var filled = text;
        for (var parameter : standard.parameters()) {
            filled = filled.replace(
                    "{{" + parameter.name() + "}}", Objects.requireNonNullElse(parameter.defaultValue(), "…"));
        }
        return filled;
    }
}
