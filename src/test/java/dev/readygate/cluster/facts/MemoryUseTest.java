package dev.readygate.cluster.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.api.v1alpha1.Documents;
import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.api.v1alpha1.ReadinessEvidence;
import dev.readygate.api.v1alpha1.ReadinessPolicy;
import dev.readygate.cluster.kube.MemoryShares;
import dev.readygate.cluster.kube.TrimmedStore;
import dev.readygate.cluster.kube.Watched.View;
import dev.readygate.policy.Policy;
import dev.readygate.policy.PolicyCheck;
import dev.readygate.policy.Resolved;
import dev.readygate.policy.Resolving;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What caches keep of an object for which there is no room. */
class MemoryUseTest {
    private static final int SHARE = 1_500_000;

    private final MemoryShares shares = new MemoryShares(SHARE, 10 * SHARE);
    private final TrimmedStore<ReadinessPolicy> policies = new TrimmedStore<>(
            new View<>(UnaryOperator.identity(), _ -> List.of(), Optional.of(MemoryUse.policies(shares))));
    private final TrimmedStore<ReadinessEvidence> evidence =
            new TrimmedStore<>(new View<>(Trims::evidence, _ -> List.of(), Optional.of(MemoryUse.evidence(shares))));

    @Test
    void aPolicyWithoutRoomAsksNothingAndSaysSo() {
        policies.put("mallory/a", policy("mallory", "a"));
        policies.put("mallory/b", policy("mallory", "b"));
        policies.put("mallory/c", policy("mallory", "c"));
        policies.put("bank/c", policy("bank", "c"));

        assertThat(mistake("mallory/a")).isEmpty();
        assertThat(mistake("mallory/c").orElseThrow()).contains("share of the operator's memory", "make it smaller");
        assertThat(policies.get("mallory/c").getSpec().checks())
                .singleElement()
                .satisfies(it -> assertThat(it.name()).isEqualTo("policy/c"));
        assertThat(mistake("bank/c")).isEmpty();
    }

    @Test
    void thereIsRoomAgainWhenOthersAreGone() {
        policies.put("mallory/a", policy("mallory", "a"));
        policies.put("mallory/b", policy("mallory", "b"));
        policies.remove("mallory/a");
        policies.put("mallory/c", policy("mallory", "c"));

        assertThat(mistake("mallory/c")).isEmpty();
    }

    @Test
    void evidenceWithoutRoomStaysWithoutItsData() {
        policies.put("mallory/a", policy("mallory", "a"));
        policies.put("mallory/b", policy("mallory", "b"));
        evidence.put("mallory/e", evidence("mallory"));
        evidence.put("bank/e", evidence("bank"));

        assertThat(Documents.refusal(evidence.get("mallory/e").getSpec().data()).orElseThrow())
                .contains("share of the operator's memory");
        assertThat(evidence.get("mallory/e").getSpec().type()).isEqualTo("tests");
        assertThat(Documents.refusal(evidence.get("bank/e").getSpec().data())).isEmpty();
    }

    private Optional<String> mistake(String key) {
        var policy = policies.get(key);
        var ref = new PolicyRef("ReadinessPolicy", policy.getMetadata().getName(), 1L);
        Resolved resolved =
                Resolving.of(new Policy(ref, "uid", Instant.EPOCH, policy.getSpec()), _ -> Optional.empty());
        return resolved.checks().stream()
                .map(PolicyCheck::mistake)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static ReadinessPolicy policy(String namespace, String name) {
        var policy = Serialization.unmarshal("""
                apiVersion: readygate.dev/v1alpha1
                kind: ReadinessPolicy
                metadata: {name: %s, namespace: %s}
                spec: {selector: {}, checks: [{name: a, manifest: {expression: "true", params: %s}}]}
                """.formatted(name, namespace, document()), ReadinessPolicy.class);
        assertThat(Documents.refusal(params(policy))).isEmpty();
        return policy;
    }

    private static ObjectNode params(ReadinessPolicy policy) {
        return policy.getSpec().checks().getFirst().manifest().params();
    }

    private static ReadinessEvidence evidence(String namespace) {
        return Serialization.unmarshal("""
                apiVersion: readygate.dev/v1alpha1
                kind: ReadinessEvidence
                metadata: {name: e, namespace: %s}
                spec: {type: tests, about: {deployment: cart}, data: %s}
                """.formatted(namespace, document()), ReadinessEvidence.class);
    }

    /** A short text that becomes 5,000 objects in memory. */
    private static ObjectNode document() {
        var document = JsonNodeFactory.instance.objectNode();
        IntStream.range(0, 5_000).forEach(it -> document.put("" + it, 1));
        return document;
    }
}
