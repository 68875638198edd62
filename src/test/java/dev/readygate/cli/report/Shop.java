package dev.readygate.cli.report;

import dev.readygate.api.v1alpha1.ReadinessEvidence;
import dev.readygate.api.v1alpha1.ReadinessPolicy;
import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.api.v1alpha1.ReadinessReport;
import dev.readygate.api.v1alpha1.ReadinessStandard;
import dev.readygate.cli.document.Document;
import dev.readygate.cli.document.Markdown;
import dev.readygate.cli.report.DocumentSources.Product;
import dev.readygate.cli.report.DocumentSources.Standard;
import dev.readygate.cli.report.DocumentSources.StatedEvidence;
import dev.readygate.cli.report.DocumentSources.SubjectReport;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Two Deployments of a shop, one at a gate, one with a failing pod. */
final class Shop {
    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private static final Path FOLDER = Path.of("src", "test", "resources", "report");

    private Shop() {}

    static DocumentSources cart() {
        return sources(Optional.of(house()), "cart");
    }

    static DocumentSources cart(UnaryOperator<String> changed) {
        return new DocumentSources(
                new Product("shop", List.of(subject("cart", changed))),
                Optional.of(house()),
                List.of(policy()),
                statements(),
                DocumentSources.Letter.OPEN,
                Optional.empty(),
                NOW);
    }

    /** The cart with this evidence alone. */
    static DocumentSources stating(StatedEvidence... evidence) {
        var cart = cart();
        return new DocumentSources(
                cart.product(),
                cart.standard(),
                cart.policies(),
                List.of(evidence),
                cart.letter(),
                Optional.empty(),
                cart.now());
    }

    static DocumentSources whole() {
        return sources(Optional.of(house()), "cart", "pay");
    }

    static DocumentSources withoutStandard() {
        return sources(Optional.empty(), "cart");
    }

    static DocumentSources sources(Optional<Standard> standard, String... deployments) {
        var subjects = Arrays.stream(deployments)
                .map(it -> subject(it, UnaryOperator.identity()))
                .toList();
        return new DocumentSources(
                new Product("shop", subjects),
                standard,
                List.of(policy()),
                statements(),
                DocumentSources.Letter.OPEN,
                Optional.empty(),
                NOW);
    }

    static Standard house() {
        return standard(FOLDER.resolve("house.yaml"));
    }

    static Standard standard(Path file) {
        var found = read(text(file), ReadinessStandard.class);
        return new Standard(found.getMetadata().getName(), found.getSpec());
    }

    private static ReadinessPolicySpec policy() {
        return read(text("policy"), ReadinessPolicy.class).getSpec();
    }

    private static SubjectReport subject(String name, UnaryOperator<String> changed) {
        return new SubjectReport(
                name, read(changed.apply(text(name)), ReadinessReport.class).getStatus());
    }

    private static List<StatedEvidence> statements() {
        return Arrays.stream(text("evidence").split("(?m)^---$"))
                .map(it -> read(it, ReadinessEvidence.class))
                .map(it -> new StatedEvidence(
                        it.getMetadata().getName(),
                        Instant.parse(it.getMetadata().getCreationTimestamp()),
                        it.getSpec()))
                .toList();
    }

    private static <T> T read(String yaml, Class<T> type) {
        return Serialization.unmarshal(yaml, type);
    }

    private static String text(String name) {
        return text(FOLDER.resolve(name + ".yaml"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Document document(DocumentSources sources) {
        return new Composer(sources).document();
    }

    /** The part of the document under this heading, as Markdown. */
    static String section(DocumentSources sources, String title) {
        var document = document(sources);
        var one = document.sections().stream()
                .filter(it -> it.title().equals(title))
                .toList();
        return Markdown.text(new Document("", document.result(), one));
    }
}
