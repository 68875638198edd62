package dev.readygate.cli.report;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.ReadinessEvidenceSpec;
import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.ReadinessStandardSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that a document is made of: what the cluster said, and the instant it was asked. */
public record DocumentSources(
        Product product,
        Optional<Standard> standard,
        List<ReadinessPolicySpec> policies,
        List<StatedEvidence> statements,
        Instant now) {
    public DocumentSources {
        requireNonNull(product, "product");
        requireNonNull(standard, "standard");
        policies = List.copyOf(policies);
        statements = List.copyOf(statements);
        requireNonNull(now, "now");
    }

    /** Deployments that are looked at as one thing. */
    public record Product(String namespace, List<SubjectReport> subjects) {
        private static final int NAMED = 4;

        public Product {
            subjects = List.copyOf(subjects);
        }

        boolean isSeveral() {
            return subjects.size() > 1;
        }

        Stream<ReadinessReportStatus> reports() {
            return subjects.stream().map(SubjectReport::report);
        }

        String names() {
            return subjects.size() > NAMED
                    ? "%d Deployments in namespace %s".formatted(subjects.size(), namespace)
                    : String.join(
                            ", ",
                            subjects.stream().map(SubjectReport::deployment).toList());
        }
    }

    public record SubjectReport(String deployment, ReadinessReportStatus report) {}

    public record Standard(String name, ReadinessStandardSpec spec) {}

    public record StatedEvidence(String name, Instant made, ReadinessEvidenceSpec spec) {}

    /** The question itself, for what a report does not repeat of it. A policy's own wins over that of a standard. */
    Optional<CheckSpec> question(String check) {
        return Stream.concat(
                        policies.stream().flatMap(it -> it.checks().stream()),
                        standard.stream().flatMap(it -> it.spec().checks().stream()))
                .filter(it -> it.name().equals(check))
                .findFirst();
    }

    Optional<StatedEvidence> statement(String name) {
        return statements.stream().filter(it -> it.name().equals(name)).findFirst();
    }
}
