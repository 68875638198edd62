package dev.readygate.cli.report;

import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.RevisionStatus;
import dev.readygate.cli.document.Block;
import dev.readygate.cli.report.DocumentSources.Product;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** From and to people, about what, and exactly which version. */
record TitlePart(DocumentModel matter) {

    List<Block> blocks() {
        var letter = matter.sources().letter();
        return List.of(Block.facts(
                "About this document",
                Stream.of(
                        Block.fact("From", letter.from().orElse(null)),
                        Block.fact("To", letter.to().orElse(null)),
                        Block.fact("Subject", Composer.title(matter)),
                        Block.fact("Scope", scope(product())),
                        Block.fact("Version", versions()),
                        Block.fact("Commit", each(it -> Stream.ofNullable(it.commit()))),
                        Block.fact("Images", each(it -> it.images().stream())),
                        Block.fact("Digests", each(it -> it.digests().stream())),
                        Block.fact("Policies", policies()),
                        Block.fact("Date", Dates.day(matter.sources().now())))));
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

    private String each(Function<RevisionStatus, Stream<String>> of) {
        return product()
                .reports()
                .flatMap(it -> Stream.ofNullable(it.revision()))
                .flatMap(of)
                .distinct()
                .collect(joining(", "));
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
}
