package dev.readygate.cli.check;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.ManifestCheck.ManifestPack;
import dev.readygate.checks.manifest.Pack;
import dev.readygate.checks.manifest.PackRule;
import dev.readygate.cli.check.ComparedTool.ComparedRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/guides/manifest-compared.csv}: what we and other tools say of the same Deployments, and why we differ. */
class ComparedReferenceTest {
    private static final Path FILE = Path.of("docs", "guides", "manifest-compared.csv");
    private static final Path RENDERED = Path.of("target", "peers");
    private static final int DEPLOYMENTS = 60;

    private static final List<ComparedCase> CASES = ComparedCase.all();
    private static final List<ComparedTool> TOOLS = ComparedTool.all();

    static List<ComparedCase> cases() {
        return CASES;
    }

    static List<ComparedTool> tools() {
        return TOOLS;
    }

    @Test
    void thereAreSixtyUnderNamesOfTheirOwn() {
        assertThat(CASES.stream().map(ComparedCase::name).distinct()).hasSize(DEPLOYMENTS);
        assertThat(CASES).hasSize(DEPLOYMENTS);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void weFindExactlyWhatItBreaks(ComparedCase it) {
        assertThat(it.found()).isEqualTo(it.fails());
    }

    @ParameterizedTest
    @MethodSource("tools")
    void aToolHasJudgedEach(ComparedTool tool) {
        assertThat(tool.objections().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        CASES.stream().map(ComparedCase::name).toList());
    }

    @ParameterizedTest
    @MethodSource("tools")
    void whereWeDifferThereIsAReasonAndNowhereElse(ComparedTool tool) {
        assertThat(tool.rules())
                .allSatisfy(rule -> assertThat(rule.reasons().keySet())
                        .as("reasons about %s", rule.ours())
                        .isEqualTo(differing(tool, rule)));
    }

    private static Set<String> differing(ComparedTool tool, ComparedRule rule) {
        return CASES.stream()
                .filter(it -> weObject(it, rule) != itObjects(it, tool, rule))
                .map(ComparedCase::name)
                .collect(toUnmodifiableSet());
    }

    private static boolean weObject(ComparedCase about, ComparedRule rule) {
        return !Collections.disjoint(about.fails(), rule.ours());
    }

    private static boolean itObjects(ComparedCase about, ComparedTool tool, ComparedRule rule) {
        return !Collections.disjoint(tool.objections().get(about.name()), rule.checks());
    }

    @ParameterizedTest
    @MethodSource("tools")
    void everyObjectionIsComparedAndNoOtherCheck(ComparedTool tool) {
        var compared = lines(tool).flatMap(it -> it.checks().stream()).collect(toUnmodifiableSet());

        assertThat(tool.objections().values().stream().flatMap(Set::stream).collect(toUnmodifiableSet()))
                .isEqualTo(compared);
    }

    private static Stream<ComparedRule> lines(ComparedTool tool) {
        return Stream.concat(tool.rules().stream(), tool.other().stream());
    }

    @Test
    void whatIsComparedAreRulesOfOurs() {
        var ours = Stream.concat(
                        Stream.of("manifest"),
                        Arrays.stream(ManifestPack.values())
                                .flatMap(it -> Pack.of(it).rules().stream())
                                .map(PackRule::name))
                .collect(toUnmodifiableSet());

        assertThat(TOOLS.stream().flatMap(it -> it.rules().stream()).flatMap(it -> it.ours().stream()))
                .isSubsetOf(ours);
        assertThat(CASES.stream().flatMap(it -> it.fails().stream())).isSubsetOf(ours);
    }

    @Test
    void theTableIsUpToDate() throws IOException {
        if (Boolean.getBoolean("crds.update")) {
            Files.writeString(FILE, table());
            render();
        }
        assertThat(FILE)
                .as("%s is stale: run ./readygate generate", FILE)
                .content()
                .isEqualTo(table());
    }

    private static void render() throws IOException {
        Files.createDirectories(RENDERED);
        for (var it : CASES) {
            Files.writeString(RENDERED.resolve(it.name() + ".yaml"), it.manifests());
        }
    }

    private static String table() {
        return "tool,rule,its checks,both object,we alone,it alone,why\n"
                + TOOLS.stream().flatMap(ComparedReferenceTest::rows).collect(joining());
    }

    private static Stream<String> rows(ComparedTool tool) {
        return lines(tool).map(it -> row(tool, it));
    }

    private static String row(ComparedTool tool, ComparedRule rule) {
        var ours = CASES.stream().filter(it -> weObject(it, rule)).toList();
        long both = ours.stream().filter(it -> itObjects(it, tool, rule)).count();
        long theirs = CASES.stream().filter(it -> itObjects(it, tool, rule)).count();
        return "%s,%s,%s,%d,%d,%d,%s\n"
                .formatted(
                        tool.name(),
                        String.join(" ", rule.ours()),
                        String.join(" ", rule.checks()),
                        both,
                        ours.size() - both,
                        theirs - both,
                        cell(rule.reasons().values().stream().distinct().collect(joining("; "))));
    }

    private static String cell(String text) {
        return text.contains(",") ? "\"%s\"".formatted(text) : text;
    }
}
