package dev.readygate.cli.report;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.ReadinessEvidenceSpec;
import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.ReadinessStandardSpec;
import dev.readygate.api.v1alpha1.RolloutRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The sources of a document: the cluster's answers, and the time of the request. */
public record DocumentSources(
        Product product,
        Optional<Standard> standard,
        List<ReadinessPolicySpec> policies,
        List<StatedEvidence> statements,
        Letter letter,
        Optional<EarlierReport> before,
        Instant now) {
    public DocumentSources {
        requireNonNull(product, "product");
        requireNonNull(standard, "standard");
        policies = List.copyOf(policies);
        statements = List.copyOf(statements);
        requireNonNull(letter, "letter");
        requireNonNull(before, "before");
        requireNonNull(now, "now");
    }

    /** The same, compared with an earlier report. */
    public DocumentSources comparedWith(EarlierReport earlier) {
        return new DocumentSources(product, standard, policies, statements, letter, Optional.of(earlier), now);
    }

    /** The author and the reader of the document, where the command names them. */
    public record Letter(Optional<String> from, Optional<String> to) {
        public static final Letter OPEN = new Letter(Optional.empty(), Optional.empty());

        public Letter {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
        }
    }

    /** Deployments that a document treats as one product. */
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

    public record SubjectReport(String deployment, ReadinessReportStatus report) {

        /** What its newest rollout of the running revision says. */
        Optional<RolloutRecord> rollout() {
            return Optional.ofNullable(report.revision())
                    .flatMap(revision -> report.history().stream()
                            .filter(it -> it.revision().equals(revision.hash()))
                            .findFirst());
        }

        Optional<String> version() {
            return rollout().map(RolloutRecord::version);
        }
    }

    public record Standard(String name, ReadinessStandardSpec spec) {}

    public record StatedEvidence(String name, Instant made, ReadinessEvidenceSpec spec) {}

    /**
     * The name that the document's standard uses for a check. A report says standard/name where an earlier standard
     * has another check of that name.
     */
    String nameInStandard(String check) {
        return standard.map(it -> it.name() + "/")
                .filter(check::startsWith)
                .map(it -> check.substring(it.length()))
                .orElse(check);
    }

    /** The check as declared, for fields that a report does not repeat. A policy's check wins over a standard's. */
    Optional<CheckSpec> question(String name) {
        var check = nameInStandard(name);
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
