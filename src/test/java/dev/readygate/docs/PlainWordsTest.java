package dev.readygate.docs;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Handwritten documents are short, and their sentences name their subjects. */
class PlainWordsTest {
    private static final int MOST_WORDS = 21_000;
    private static final int LONGEST_README = 120;

    private static final Path REFERENCE = Path.of("docs", "reference");
    private static final Path REASONS = REFERENCE.resolve("reasons.md");
    private static final Set<Path> GENERATED = Set.of(
            REFERENCE.resolve("api.md"),
            REFERENCE.resolve("cli.md"),
            REFERENCE.resolve("packs.md"),
            REASONS,
            Path.of("helm", "readygate", "README.md"));
    private static final Path GENERATED_STANDARDS = REFERENCE.resolve("standards");
    private static final Path CHANGELOG = Path.of("CHANGELOG.md");

    private static final Pattern INLINE_CODE = Pattern.compile("`[^`]*`");
    private static final Pattern NO_SUBJECT =
            Pattern.compile("(?i)\\b(whom|whoever|whatever|nobody|somebody|anybody)\\b");

    static List<MarkdownDocument> handWritten() {
        return MarkdownDocument.all().stream()
                .filter(not(PlainWordsTest::isLeftOut))
                .toList();
    }

    /** What is generated of sentences that the operator's constants carry is held to them too. */
    static List<MarkdownDocument> withSentences() {
        return MarkdownDocument.all().stream()
                .filter(it -> !isLeftOut(it) || it.path().equals(REASONS))
                .toList();
    }

    private static boolean isLeftOut(MarkdownDocument document) {
        var path = document.path();
        return GENERATED.contains(path) || path.startsWith(GENERATED_STANDARDS) || path.equals(CHANGELOG);
    }

    @ParameterizedTest
    @MethodSource("withSentences")
    void everySentenceNamesItsSubject(MarkdownDocument document) {
        var prose = INLINE_CODE.matcher(document.prose()).replaceAll("");
        assertThat(NO_SUBJECT.matcher(prose).results().map(MatchResult::group)).isEmpty();
    }

    @Test
    void allTogetherAreRead() {
        assertThat(handWritten().stream().mapToLong(MarkdownDocument::words).sum())
                .isLessThanOrEqualTo(MOST_WORDS);
    }

    @Test
    void theReadmeIsOnePage() {
        assertThat(handWritten())
                .filteredOn(it -> it.path().equals(Path.of("README.md")))
                .singleElement()
                .satisfies(it -> assertThat(it.lines()).isLessThanOrEqualTo(LONGEST_README));
    }
}
