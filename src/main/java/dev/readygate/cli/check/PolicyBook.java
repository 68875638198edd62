package dev.readygate.cli.check;

import dev.readygate.api.v1alpha1.ClusterReadinessPolicySpec;
import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.api.v1alpha1.ReadinessStandardSpec;
import dev.readygate.api.v1alpha1.Selector;
import dev.readygate.policy.EffectivePolicy;
import dev.readygate.policy.Policy;
import dev.readygate.policy.Resolving;
import dev.readygate.policy.Selection;
import dev.readygate.policy.Standards;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The given policies in the operator's order: cluster policies, then those of the namespace. */
record PolicyBook(List<PolicyInFile> policies, Standards standards) {
    private static final String NAME = "kubernetes.io/metadata.name";

    /** @param isAbout the namespaces of its scope */
    record PolicyInFile(Policy policy, Predicate<String> isAbout) {
        boolean meets(String namespace, Map<String, String> labels) {
            return isAbout.test(namespace)
                    && Selection.of(policy.spec().selector()).meets(labels);
        }
    }

    static PolicyBook of(CheckedFiles given) {
        Map<String, ReadinessStandardSpec> standards = all(given, "ReadinessStandard")
                .collect(Collectors.toMap(
                        Thing::name, it -> PolicyReader.spec(it, ReadinessStandardSpec.class), (_, later) -> later));
        return new PolicyBook(
                Stream.concat(
                                all(given, Policy.CLUSTER_KIND).map(it -> ofTheCluster(it, given)),
                                all(given, "ReadinessPolicy").map(it -> ofANamespace(it, given)))
                        .toList(),
                name -> Optional.ofNullable(standards.get(name)).or(() -> Shipped.standard(name)));
    }

    private static Stream<Thing> all(CheckedFiles given, String kind) {
        return given.ours(kind).sorted(Comparator.comparing(Thing::name));
    }

    private static PolicyInFile ofTheCluster(Thing thing, CheckedFiles given) {
        var spec = PolicyReader.spec(thing, ClusterReadinessPolicySpec.class);
        return new PolicyInFile(
                policy(thing, spec.inOneNamespace()), it -> isFor(spec.namespaceSelector(), labels(it, given)));
    }

    private static boolean isFor(Selector selector, Map<String, String> labels) {
        return Selection.of(selector).meets(labels);
    }

    private static PolicyInFile ofANamespace(Thing thing, CheckedFiles given) {
        return new PolicyInFile(
                policy(thing, PolicyReader.spec(thing, ReadinessPolicySpec.class)), given.namespaceOf(thing)::equals);
    }

    private static Policy policy(Thing thing, ReadinessPolicySpec spec) {
        return new Policy(new PolicyRef(thing.kind(), thing.name(), 1L), "", Instant.EPOCH, spec);
    }

    /** The labels of a given Namespace; of any other only the label with its name. */
    private static Map<String, String> labels(String namespace, CheckedFiles given) {
        var written = given.namespace(namespace).map(it -> labels(it)).orElse(Map.of());
        return Stream.concat(written.entrySet().stream(), Stream.of(Map.entry(NAME, namespace)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (_, its) -> its));
    }

    static Map<String, String> labels(Thing thing) {
        return thing.json()
                .at("/metadata/labels")
                .propertyStream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().asText()));
    }

    EffectivePolicy meeting(String namespace, Map<String, String> labels) {
        return EffectivePolicy.of(policies.stream()
                .filter(it -> it.meets(namespace, labels))
                .map(it -> Resolving.of(it.policy(), standards))
                .toList());
    }
}
