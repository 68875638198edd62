package dev.readygate.cli.report;

import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.RevisionStatus;
import dev.readygate.cli.document.Block;
import dev.readygate.cli.document.DocumentText;
import dev.readygate.cli.report.DocumentSources.Product;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** From and to people, about what, and exactly which version. */
record TitlePart(DocumentModel matter) {

    List<Block> blocks() {
        var letter = matter.sources().letter();
        return List.of(Block.table(
                "About this document",
                List.of("Fact", "Value"),
                Stream.of(
                                fact("From", letter.from()),
                                fact("To", letter.to()),
                                fact("Subject", Optional.of(Composer.title(matter))),
                                fact("Scope", Optional.of(scope(product()))),
                                fact("Version", Optional.of(versions())),
                                fact("Commit", each(it -> Stream.ofNullable(it.commit()))),
                                fact("Images", each(it -> it.images().stream())),
                                fact("Digests", each(it -> it.digests().stream())),
                                fact("Policies", Optional.of(policies())),
                                fact(
                                        "Date",
                                        Optional.of(Dates.day(matter.sources().now()))))
                        .flatMap(Optional::stream)
                        .toList()));
    }

    private Product product() {
        return matter.sources().product();
    }

    private static String scope(Product product) {
        return "Deployments %s in namespace %s"
                .formatted(
                        product.subjects().stream().map(it -> it.deployment()).collect(joining(", ")),
                        product.namespace());
    }

    private Optional<String> each(Function<RevisionStatus, Stream<String>> of) {
        return Optional.of(product()
                .reports()
                .flatMap(it -> Stream.ofNullable(it.revision()))
                .flatMap(of)
                .distinct()
                .collect(joining(", ")));
    }

    private String versions() {
        return product().subjects().stream()
                .flatMap(it -> it.version().stream())
                .distinct()
                .collect(joining(", "));
    }

    private String policies() {
        return product()
                .reports()
                .map(ReadinessReportStatus::policies)
                .flatMap(Collection::stream)
                .map(TitlePart::name)
                .distinct()
                .collect(joining(", "));
    }

    private static String name(PolicyRef policy) {
        return policy.kind() + " " + policy.name();
    }

    private static Optional<List<DocumentText>> fact(String name, Optional<String> value) {
        return value.filter(it -> !it.isEmpty()).map(it -> Block.row(DocumentText.of(name), DocumentText.of(it)));
    }
}
