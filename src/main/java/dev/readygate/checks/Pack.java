package dev.readygate.checks;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.readygate.api.v1alpha1.ManifestPack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

    /**
     * @param why the consequence without it
     * @param fix the change, as an instruction
     */
    public record PackRule(String name, String title, String why, String fix, double weight, String expression) {
        private static final Pattern PARAMETER = Pattern.compile("\\bparams\\.(\\??)(\\w+)");
        private static final double DEFAULT_WEIGHT = 1;

        public PackRule {
            requireNonNull(name, "name");
            requireNonNull(title, "title");
            requireNonNull(why, "why");
            requireNonNull(fix, "fix");
            requireNonNull(expression, "expression");
            expression = expression.strip();
            weight = weight == 0 ? DEFAULT_WEIGHT : weight;
        }

        /** The fix without its full stop. */
        String advice() {
            return fix.replaceFirst("[.]$", "");
        }

        /** The parameters it reads. */
        public Set<String> reads() {
            return parameters(it -> true);
        }

        /** The parameters without a default: without them the rule does not exist. */
        public Set<String> needs() {
            return parameters(it -> it.group(1).isEmpty());
        }

        private Set<String> parameters(Predicate<MatchResult> which) {
            return !expression.contains("params")
                    ? Set.of()
                    : PARAMETER
                            .matcher(expression)
                            .results()
                            .filter(which)
                            .map(it -> it.group(2))
                            .collect(Collectors.toUnmodifiableSet());
        }
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
                Stream.concat(borrowed(written), written.rules().stream()).toList());
    }

    private static Stream<PackRule> borrowed(PackFile written) {
        return written.uses().entrySet().stream()
                .flatMap(it -> written(it.getKey()).rules().stream()
                        .filter(rule -> it.getValue().contains(rule.name())));
    }

    /** @param uses rules of other packs that it has too */
    private record PackFile(String name, String title, Map<ManifestPack, Set<String>> uses, List<PackRule> rules) {
        PackFile {
            uses = uses == null ? Map.of() : Map.copyOf(uses);
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
