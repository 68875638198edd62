package dev.readygate.policy;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Category;
import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.EvidenceCheck;
import dev.readygate.api.v1alpha1.HttpCheck;
import dev.readygate.api.v1alpha1.ReadinessStandardSpec;
import dev.readygate.api.v1alpha1.StandardParameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/reference/standards/}: every parameter and check of every standard, from the files that users apply. */
class StandardReferenceTest {
    private static final Path FOLDER = Path.of("docs", "reference", "standards");

    private static final String PAGE = """
            # %1$s

            %2$s [Standards](../../guides/standards.md) says how to use it. Generated from
            [standards/%3$s.yaml](../../../standards/%3$s.yaml), which has the queries and expressions: change that, then
            `./readygate generate`.

            ```sh
            kubectl apply -f standards/%3$s.yaml
            ```

            ## Parameters

            | name | default | what it is |
            |---|---|---|
            %4$s%5$s""";

    private static final String SECTION = """

            ## %s%s

            | check | weight | what it asks | of whom | what to do |
            |---|---|---|---|---|
            %s""";

    static List<String> names() {
        return ShippedStandards.NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void isUpToDate(String name) throws IOException {
        var file = FOLDER.resolve(name + ".md");
        var text = page(name, new ShippedStandards().named(name).orElseThrow());
        if (Boolean.getBoolean("crds.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertThat(file)
                .as("%s is stale: run ./readygate generate", file)
                .content()
                .isEqualTo(text);
    }

    private static String page(String name, ReadinessStandardSpec standard) {
        return PAGE.formatted(
                standard.title(),
                standard.description(),
                name,
                standard.parameters().stream().map(StandardReferenceTest::row).collect(joining()),
                standard.categories().stream()
                        .map(it -> section(it, standard.checks()))
                        .collect(joining()));
    }

    private static String row(StandardParameter parameter) {
        return "| `%s` | %s | %s |\n"
                .formatted(
                        parameter.name(),
                        Optional.ofNullable(parameter.defaultValue())
                                .map(it -> it.isEmpty() ? "empty" : "`" + it + "`")
                                .orElse("**none**: its checks are not asked without it"),
                        parameter.description());
    }

    private static String section(Category category, List<CheckSpec> checks) {
        return SECTION.formatted(
                category.title(),
                category.weight() == 0 ? " (does not count)" : "",
                checks.stream()
                        .filter(it -> it.category().equals(category.name()))
                        .map(StandardReferenceTest::row)
                        .collect(joining()));
    }

    private static String row(CheckSpec check) {
        return "| `%s` | %s | %s%s | %s | %s |\n"
                .formatted(
                        check.name(),
                        check.weight(),
                        check.title(),
                        meaning(check),
                        whom(check),
                        commanded(check.action()).replace("|", "\\|"));
    }

    private static String meaning(CheckSpec check) {
        var words = Stream.of(
                        check.required() ? Optional.of("required") : Optional.<String>empty(),
                        Optional.ofNullable(check.gate()).map(it -> "gate " + it))
                .flatMap(Optional::stream)
                .collect(joining(", "));
        return words.isEmpty() ? "" : " (%s)".formatted(words);
    }

    private static String whom(CheckSpec check) {
        return switch (check.kind()) {
            case EvidenceCheck evidence -> "evidence `%s`%s".formatted(evidence.type(), age(evidence));
            case HttpCheck http when http.url() != null -> "`http`, an address";
            case HttpCheck http -> "`http` `%s`".formatted(http.path());
            default ->
                "`%s`"
                        .formatted(check.kind()
                                .getClass()
                                .getSimpleName()
                                .replace("Check", "")
                                .toLowerCase(Locale.ROOT));
        };
    }

    private static String age(EvidenceCheck evidence) {
        return evidence.maxAge() == null ? "" : " of the last " + evidence.maxAge();
    }

    /** Marks commands as code. */
    private static String commanded(String action) {
        return action.replaceAll("(kubectl .*)$", "`$1`");
    }
}
