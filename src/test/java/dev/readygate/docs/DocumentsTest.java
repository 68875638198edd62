package dev.readygate.docs;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links in documents have a target, and no document is about one particular machine. */
class DocumentsTest {
    private static final int LONGEST = 300;

    /** Generated from the sources, for searching rather than reading. */
    private static final Set<Path> REFERENCES =
            Set.of(Path.of("docs", "reference", "api.md"), Path.of("docs", "reference", "cli.md"));

    private static final Pattern OF_A_MACHINE =
            Pattern.compile("(?<![\\w.~])/(work|home|root|Users|opt|usr|var|mnt|private|tmp)/\\S*|[A-Z]:\\\\\\S+");
    private static final Pattern PACKAGE_REGISTRY = Pattern.compile(
            "(?i)(?<![\\w.])(repo1?|proxy|sum|mirrors?|artifactory|nexus|packages|npm|pypi)(\\.[a-z0-9-]+){2,}");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s)\"'>,`]+");
    private static final Set<String> HOSTS = Set.of("127.0.0.1", "keepachangelog.com", "semver.org", "github.com");

    static List<MarkdownDocument> documents() {
        return MarkdownDocument.all();
    }

    @Test
    void thereAreDocuments() {
        assertThat(documents())
                .extracting(MarkdownDocument::toString)
                .contains("README.md", "docs/explain/concepts.md");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(MarkdownDocument document) {
        assertThat(document.links()).filteredOn(it -> !leads(document, it)).isEmpty();
    }

    private static boolean leads(MarkdownDocument from, String link) {
        var parts = link.split("#", 2);
        var target = parts[0].isEmpty()
                ? from.path()
                : from.path().resolveSibling(parts[0]).normalize();
        return Files.exists(target) && (parts.length == 1 || anchored(target, parts[1]));
    }

    private static boolean anchored(Path target, String anchor) {
        return documents().stream()
                .filter(it -> it.path().equals(target))
                .anyMatch(it -> it.anchors().contains(anchor));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void nothingIsAboutOneMachine(MarkdownDocument document) {
        assertThat(found(OF_A_MACHINE, document.text())).isEmpty();
        assertThat(found(PACKAGE_REGISTRY, document.text())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void onlyKnownHostsAreNamed(MarkdownDocument document) {
        assertThat(found(ADDRESS, document.text()))
                .extracting(it -> Optional.ofNullable(URI.create(it).getHost()).orElse(""))
                .filteredOn(not(HOSTS::contains))
                .allMatch(it -> it.isEmpty() || it.endsWith(".example") || it.endsWith(".svc"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void canBeReadAtOnce(MarkdownDocument document) {
        assertThat(REFERENCES.contains(document.path()) ? 0 : document.lines()).isLessThanOrEqualTo(LONGEST);
    }

    @Test
    void everyDocumentThatSourcesPointToExists() {
        var named = Stream.of("src/main", "helm", "devcluster", "crds")
                .flatMap(it -> texts(Path.of(it)))
                .flatMap(it -> found(Pattern.compile("\\bdocs/[a-z/-]+\\.md"), it).stream());
        assertThat(named).isNotEmpty().allMatch(it -> Files.exists(Path.of(it)));
    }

    private static Stream<String> texts(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(DocumentsTest::text).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(it -> it.group()).toList();
    }
}
