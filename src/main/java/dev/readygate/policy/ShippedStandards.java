package dev.readygate.policy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.readygate.api.v1alpha1.ReadinessStandardSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The standards that are part of Readygate, from the same files that users apply: {@code standards/}. */
public final class ShippedStandards implements Standards {
    public static final List<String> NAMES =
            List.of("deployment-review", "production-readiness", "devops-maturity", "baseline-release", "sre-go-no-go");

    private static final JsonMapper YAML = JsonMapper.builder(new YAMLFactory())
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Override
    public Optional<ReadinessStandardSpec> named(String name) {
        return Optional.of(name).filter(NAMES::contains).map(ShippedStandards::read);
    }

    private static ReadinessStandardSpec read(String name) {
        var file = "/standards/%s.yaml".formatted(name);
        try (var in = ShippedStandards.class.getResourceAsStream(file)) {
            return YAML.treeToValue(YAML.readTree(in).required("spec"), ReadinessStandardSpec.class);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(file), e);
        }
    }
}
