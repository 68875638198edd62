package dev.readygate.checks.manifest;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.ManifestCheck.ManifestPack;
import dev.readygate.checks.EvidenceResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** {@code docs/reference/packs.md}: every rule of every pack, from the same files the operator reads. */
class PackReferenceTest {
    private static final Path FILE = Path.of("docs", "reference", "packs.md");
    private static final String HEADER = """
            # Packs

            The rules that come with Readygate, for [manifest checks](../guides/manifest.md). Generated from the files in
            [standards/packs](../../standards/packs), which have the expressions: change those, then `./readygate generate`.
            """;
    private static final String PACK = """

            ## %1$s

            %2$s: [%1$s.yaml](../../standards/packs/%1$s.yaml)

            | rule | weight | what it asks | why | how to fix it |
            |---|---|---|---|---|
            %3$s""";

    @Test
    void isUpToDate() throws IOException {
        if (Boolean.getBoolean("crds.update")) {
            Files.writeString(FILE, text());
        }
        assertThat(FILE)
                .as("%s is stale: run ./readygate generate", FILE)
                .content()
                .isEqualTo(text());
    }

    private static String text() {
        return HEADER
                + Arrays.stream(ManifestPack.values())
                        .map(Pack::of)
                        .map(PackReferenceTest::section)
                        .collect(joining());
    }

    private static String section(Pack pack) {
        return PACK.formatted(
                pack.name(),
                pack.title(),
                pack.rules().stream().map(PackReferenceTest::row).collect(joining()));
    }

    private static String row(PackRule rule) {
        return "| `%s` | %s | %s%s | %s | %s |\n"
                .formatted(
                        rule.name(),
                        EvidenceResult.plain(rule.weight()),
                        rule.title(),
                        parameters(rule),
                        rule.why(),
                        rule.fix());
    }

    private static String parameters(PackRule rule) {
        var optional = rule.reads().stream()
                .filter(it -> !rule.needs().contains(it))
                .map(" (reads `params.%s`)"::formatted)
                .collect(joining());
        var needed =
                rule.needs().stream().map(" (only with `params.%s`)"::formatted).collect(joining());
        return optional + needed;
    }
}
