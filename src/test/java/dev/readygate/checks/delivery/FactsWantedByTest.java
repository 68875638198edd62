package dev.readygate.checks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.checks.RolloutScene;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.ExtraFacts;
import dev.readygate.facts.ReportRef;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only facts that a check needs. */
class FactsWantedByTest {
    private static final DeploymentRef CART = new DeploymentRef("shop", "cart", "uid");

    private static ExtraFacts wanted(String kind) {
        return FactsWantedBy.checks(List.of(RolloutScene.spec("{name: it, %s}".formatted(kind))), CART);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "tcp", "grpc"})
    void onlyChecksOfAServiceNeedIt(String kind) {
        assertThat(wanted(kind + ": {target: Service}").services()).isTrue();
        assertThat(wanted(kind + ": {target: NewPods}").services()).isFalse();
    }

    @Test
    void oneOfSeveralChecksIsEnough() {
        var checks = List.of(
                RolloutScene.spec("{name: a, http: {}}"), RolloutScene.spec("{name: b, tcp: {target: Service}}"));

        assertThat(FactsWantedBy.checks(checks, CART).services()).isTrue();
        assertThat(FactsWantedBy.checks(List.of(), CART).services()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'verified: {namespace: staging}', staging, cart",
        "'verified: {name: ledger}', shop, ledger",
        "'verified: {namespace: staging, name: ledger}', staging, ledger"
    })
    void anotherDeploymentIsTheOneOfThatNameWhereNothingElseIsSaid(String kind, String namespace, String name) {
        assertThat(wanted(kind).reports()).containsExactly(new ReportRef(namespace, name));
        assertThat(wanted("http: {}").reports()).isEmpty();
    }
}
