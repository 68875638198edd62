package dev.readygate.cli.command;

import dev.readygate.api.v1alpha1.ClusterReadinessPolicy;
import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.api.v1alpha1.ReadinessEvidence;
import dev.readygate.api.v1alpha1.ReadinessPolicy;
import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.api.v1alpha1.ReadinessReport;
import dev.readygate.api.v1alpha1.ReadinessStandard;
import dev.readygate.cli.check.Shipped;
import dev.readygate.cli.cluster.QueryFailed;
import dev.readygate.cli.cluster.RawKinds;
import dev.readygate.cli.cluster.Session;
import dev.readygate.cli.report.DocumentSources;
import dev.readygate.cli.report.DocumentSources.Letter;
import dev.readygate.cli.report.DocumentSources.Product;
import dev.readygate.cli.report.DocumentSources.Standard;
import dev.readygate.cli.report.DocumentSources.StatedEvidence;
import dev.readygate.cli.report.DocumentSources.SubjectReport;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.net.HttpURLConnection;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the sources of a document from the cluster. */
record SourceLoader(Session session, List<String> names, String selector) {

    DocumentSources sources(String standard, Letter letter, Instant now) {
        try {
            var product = new Product(session.namespace(), subjects());
            return new DocumentSources(
                    product,
                    Optional.ofNullable(standard).map(this::standard),
                    policies(product),
                    statements(session),
                    letter,
                    Optional.empty(),
                    now);
        } catch (KubernetesClientException failure) {
            throw failure.getCode() == HttpURLConnection.HTTP_NOT_FOUND
                    ? new QueryFailed("this cluster has no Readygate: its kinds are not installed")
                    : failure;
        }
    }

    private List<SubjectReport> subjects() {
        var chosen = chosen();
        var subjects =
                session
                        .client()
                        .resources(ReadinessReport.class)
                        .inNamespace(session.namespace())
                        .list()
                        .getItems()
                        .stream()
                        .filter(it -> it.getStatus() != null)
                        .filter(it -> chosen.map(
                                        set -> set.contains(it.getMetadata().getName()))
                                .orElse(true))
                        .map(it -> new SubjectReport(it.getMetadata().getName(), it.getStatus()))
                        .sorted(Comparator.comparing(SubjectReport::deployment))
                        .toList();
        names.stream()
                .filter(name ->
                        subjects.stream().noneMatch(it -> it.deployment().equals(name)))
                .findFirst()
                .ifPresent(it -> {
                    throw new QueryFailed(
                            "no policy meets a Deployment %s in namespace %s; kubectl readygate status lists those that are met"
                                    .formatted(it, session.namespace()));
                });
        if (subjects.isEmpty()) {
            throw new QueryFailed(
                    "no policy meets any %sDeployment in namespace %s, so there is nothing to report: apply a ReadinessPolicy that selects it"
                            .formatted(selector == null ? "" : "chosen ", session.namespace()));
        }
        return subjects;
    }

    private Optional<Set<String>> chosen() {
        if (selector == null) {
            return Optional.of(Set.copyOf(names)).filter(it -> !it.isEmpty());
        }
        return Optional.of(session.in(RawKinds.DEPLOYMENT).withLabelSelector(selector).list().getItems().stream()
                .map(it -> it.getMetadata().getName())
                .filter(it -> names.isEmpty() || names.contains(it))
                .collect(Collectors.toSet()));
    }

    private Standard standard(String name) {
        return find(session, name)
                .orElseThrow(() -> new QueryFailed("there is no ReadinessStandard %s; there are %s"
                        .formatted(
                                name,
                                String.join(
                                        ", ", named(standards(session).list().getItems())))));
    }

    /** A standard in the cluster counts before the one of that name that comes with this tool. */
    static Optional<Standard> find(Session session, String name) {
        return Optional.ofNullable(standards(session).withName(name).get())
                .map(ReadinessStandard::getSpec)
                .or(() -> Shipped.standard(name))
                .map(it -> new Standard(name, it));
    }

    private static NonNamespaceOperation<
                    ReadinessStandard, KubernetesResourceList<ReadinessStandard>, Resource<ReadinessStandard>>
            standards(Session session) {
        return session.client().resources(ReadinessStandard.class);
    }

    private static Set<String> named(List<ReadinessStandard> ofTheCluster) {
        return Stream.concat(ofTheCluster.stream().map(it -> it.getMetadata().getName()), Shipped.standards().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<ReadinessPolicySpec> policies(Product product) {
        return Stream.concat(
                        names(product, "ReadinessPolicy").flatMap(it -> policy(it).stream()),
                        names(product, "ClusterReadinessPolicy").flatMap(it -> platformPolicy(it).stream()))
                .toList();
    }

    private static Stream<String> names(Product product, String kind) {
        return product.subjects().stream()
                .flatMap(it -> it.report().policies().stream())
                .filter(it -> it.kind().equals(kind))
                .map(PolicyRef::name)
                .distinct()
                .sorted();
    }

    private Optional<ReadinessPolicySpec> policy(String name) {
        return Optional.ofNullable(session.client()
                        .resources(ReadinessPolicy.class)
                        .inNamespace(session.namespace())
                        .withName(name)
                        .get())
                .map(ReadinessPolicy::getSpec);
    }

    /** Users that may read reports may not always read cluster policies; the report then does without their words. */
    private Optional<ReadinessPolicySpec> platformPolicy(String name) {
        try {
            return Optional.ofNullable(session.client()
                            .resources(ClusterReadinessPolicy.class)
                            .withName(name)
                            .get())
                    .map(it -> it.getSpec().inOneNamespace());
        } catch (KubernetesClientException failure) {
            if (failure.getCode() == HttpURLConnection.HTTP_FORBIDDEN) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    static List<StatedEvidence> statements(Session session) {
        return session
                .client()
                .resources(ReadinessEvidence.class)
                .inNamespace(session.namespace())
                .list()
                .getItems()
                .stream()
                .map(it -> new StatedEvidence(
                        it.getMetadata().getName(),
                        Instant.parse(it.getMetadata().getCreationTimestamp()),
                        it.getSpec()))
                .toList();
    }
}
