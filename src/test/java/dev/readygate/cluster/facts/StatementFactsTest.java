package dev.readygate.cluster.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.ReadinessEvidence;
import dev.readygate.api.v1alpha1.ReadinessWaiver;
import dev.readygate.facts.About;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Person;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatementFactsTest {
    private static final StatementFacts FACTS = new StatementFacts(new ServerTime());

    private static ReadinessEvidence evidence(String spec) {
        return Serialization.unmarshal("""
                apiVersion: readygate.dev/v1alpha1
                kind: ReadinessEvidence
                metadata: {name: tests, namespace: shop, creationTimestamp: 2026-03-01T12:00:00Z}
                spec: %s
                """.formatted(spec), ReadinessEvidence.class);
    }

    @Test
    void keepsEverythingACheckMayAskFor() {
        var whole = evidence("""
                {type: unit-tests, about: {deployment: cart, image: x@sha256:aa}, outcome: Fail, note: sorry,
                 data: {total: 3, coverage: 71.25, ok: false, none: null, suites: [{name: a}]},
                 expires: 2026-03-02T00:00:00Z, by: {user: ci, groups: [robots]}}""");

        var fact = FACTS.of(Trims.evidence(whole));

        assertThat(fact.statement().name()).isEqualTo("tests");
        assertThat(fact.statement().at()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
        assertThat(fact.statement().until()).contains(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(fact.statement().by()).contains(new Person("ci", Set.of("robots")));
        assertThat(fact.outcome()).contains(Outcome.Fail);
        assertThat(fact.about())
                .isEqualTo(
                        new About(Optional.of("cart"), Optional.empty(), Optional.of("x@sha256:aa"), Optional.empty()));
        assertThat(fact.data())
                .containsEntry("total", 3)
                .containsEntry("coverage", 71.25)
                .containsEntry("ok", false)
                .containsEntry("none", null)
                .containsEntry("suites", List.of(Map.of("name", "a")));
    }

    @Test
    void withoutAStampItHasNoAuthor() {
        var fact = FACTS.of(evidence("{type: sign-off, about: {deployment: cart}, by: {groups: [ops]}}"));

        assertThat(fact.statement().by()).isEmpty();
        assertThat(fact.data()).isEmpty();
    }

    @Test
    void aWaiverIsForOneCheck() {
        var waiver = Serialization.unmarshal("""
                apiVersion: readygate.dev/v1alpha1
                kind: ReadinessWaiver
                metadata: {name: later, namespace: shop, creationTimestamp: 2026-03-01T12:00:00Z}
                spec:
                  check: healthy
                  deployment: cart
                  revision: 77c
                  reason: The vendor fixes it next week
                  expires: 2026-03-08T00:00:00Z
                  by: {user: alice}
                """, ReadinessWaiver.class);

        var fact = FACTS.of(Trims.waiver(waiver));

        assertThat(fact.check()).isEqualTo("healthy");
        assertThat(fact.revision()).contains("77c");
        assertThat(fact.reason()).isEqualTo("The vendor fixes it next week");
        assertThat(fact.statement().until()).contains(Instant.parse("2026-03-08T00:00:00Z"));
    }
}
