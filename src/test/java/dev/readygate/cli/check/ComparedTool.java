package dev.readygate.cli.check;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Another tool that judges manifests, and what it said of ours.
 *
 * @param objections its checks that object, by the name of the Deployment
 * @param other its checks that none of our rules is like
 */
record ComparedTool(
        String name, Map<String, Set<String>> objections, List<ComparedRule> rules, List<ComparedRule> other) {

    /**
     * Rules of ours and the checks that ask the same.
     *
     * @param reasons why we differ, by the name of the Deployment about which we do
     */
    record ComparedRule(Set<String> ours, Set<String> checks, Map<String, String> reasons) {
        private static ComparedRule of(String rules, JsonNode written) {
            var reasons = new LinkedHashMap<String, String>();
            written.path("differs")
                    .propertyStream()
                    .forEach(it ->
                            it.getValue().valueStream().forEach(about -> reasons.put(about.asText(), it.getKey())));
            return new ComparedRule(
                    words(rules), words(written.path("checks").asText()), Collections.unmodifiableMap(reasons));
        }

        /** A check without a rule of ours. */
        private static ComparedRule of(Map.Entry<String, JsonNode> check) {
            return new ComparedRule(
                    Set.of(),
                    Set.of(check.getKey()),
                    Map.of("", check.getValue().asText()));
        }
    }

    static List<ComparedTool> all() {
        return ComparedCase.read("compared.yaml")
                .propertyStream()
                .map(it -> of(it.getKey(), it.getValue()))
                .toList();
    }

    private static ComparedTool of(String name, JsonNode written) {
        var other = new LinkedHashMap<String, String>();
        written.path("other")
                .propertyStream()
                .forEach(it -> other.put(it.getKey(), it.getValue().asText()));
        return new ComparedTool(
                name,
                objections(name),
                written.path("rules")
                        .propertyStream()
                        .map(it -> ComparedRule.of(it.getKey(), it.getValue()))
                        .toList(),
                written.path("other").propertyStream().map(ComparedRule::of).toList());
    }

    /** The column of this tool; each cell has the names of its checks. */
    private static Map<String, Set<String>> objections(String tool) {
        var lines = lines().map(it -> List.of(it.split(",", -1))).toList();
        int column = lines.getFirst().indexOf(tool);
        return IntStream.range(1, lines.size())
                .mapToObj(lines::get)
                .collect(toMap(List::getFirst, it -> words(it.get(column))));
    }

    private static Stream<String> lines() {
        try {
            return Files.readAllLines(ComparedCase.FOLDER.resolve("verdicts.csv")).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> words(String text) {
        return Stream.of(text.split(" ")).filter(it -> !it.isEmpty()).collect(toCollection(LinkedHashSet::new));
    }

    @Override
    public String toString() {
        return name;
    }
}
