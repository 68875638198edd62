package dev.readygate.checks.manifest;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.readygate.api.v1alpha1.ManifestCheck.ManifestPack;
import dev.readygate.checks.manifest.PackRule.ContainerRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A set of rules that comes with Readygate: standards/packs. */
public record Pack(String name, String title, List<PackRule> rules) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final Map<ManifestPack, Pack> ALL =
            Arrays.stream(ManifestPack.values()).collect(Collectors.toUnmodifiableMap(Function.identity(), Pack::read));

    public Pack {
        requireNonNull(name, "name");
        requireNonNull(title, "title");
        rules = List.copyOf(rules);
    }

    public static Pack of(ManifestPack pack) {
        return ALL.get(pack);
    }

    private static String file(ManifestPack pack) {
        return "/standards/packs/%s.yaml".formatted(YAML.convertValue(pack, String.class));
    }

    private static Pack read(ManifestPack pack) {
        var written = written(pack);
        return new Pack(
                written.name(),
                written.title(),
                Stream.concat(borrowed(written), written.rules().stream().map(WrittenRule::rule))
                        .toList());
    }

    private static Stream<PackRule> borrowed(PackFile written) {
        return written.uses().entrySet().stream()
                .flatMap(it -> written(it.getKey()).rules().stream()
                        .filter(rule -> it.getValue().contains(rule.name()))
                        .map(WrittenRule::rule));
    }

    /** @param uses rules of other packs that it has too */
    private record PackFile(String name, String title, Map<ManifestPack, Set<String>> uses, List<WrittenRule> rules) {
        PackFile {
            uses = uses == null ? Map.of() : Map.copyOf(uses);
        }
    }

    /**
     * @param unless kept by what fulfils this, if there is one
     * @param pod what the pod itself has to keep besides its containers
     * @param each the containers that the expression is about; without them it is about the manifest
     */
    private record WrittenRule(
            String name,
            String title,
            String why,
            String fix,
            double weight,
            String unless,
            String pod,
            Containers each,
            String expression) {
        private static final double DEFAULT_WEIGHT = 1;

        PackRule rule() {
            return new PackRule(
                    name,
                    title,
                    why,
                    fix,
                    weight == 0 ? DEFAULT_WEIGHT : weight,
                    whole(),
                    Optional.ofNullable(each).map(it -> new ContainerRule(it, expression.strip())));
        }

        private String whole() {
            if (each == null) {
                return expression.strip();
            }
            var all = "%s.all(c, %s)".formatted(each.expression(), expression.strip());
            var both = pod == null ? all : "%s && %s".formatted(pod.strip(), all);
            return unless == null ? both : "%s || %s".formatted(unless.strip(), both);
        }
    }

    private static PackFile written(ManifestPack pack) {
        try (var in = Pack.class.getResourceAsStream(file(pack))) {
            return YAML.readValue(in, PackFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(file(pack)), e);
        }
    }
}
