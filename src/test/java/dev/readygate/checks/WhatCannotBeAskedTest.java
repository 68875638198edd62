package dev.readygate.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.facts.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A check that is never asked says so, and is never taken for one that passed or failed. */
class WhatCannotBeAskedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http: {headers: [{name: Authorization, secretKeyRef: {name: token, key: value}}]}",
                "http: {scheme: HTTPS, tls: {caSecretRef: {name: ca, key: ca.crt}}}",
                "grpc: {tls: {caSecretRef: {name: ca, key: ca.crt}}}"
            })
    void whatNeedsASecretIsUnknownAndSaysWhy(String kind) {
        var scene = PodScene.of("{name: it, %s}".formatted(kind)).with(APod.up("a"));

        assertThat(scene.verifying().outcome()).isEqualTo(Outcome.Unknown);
        assertThat(scene.verifying().reason()).isEqualTo("NotSupported");
        assertThat(scene.verifying().message()).contains(" checks with values from Secrets");
        assertThat(scene.asks()).isEmpty();
    }

    @Test
    void aCheckWhoseParametersAreWrongIsAnErrorOfItsAuthor() {
        var finding = AllChecks.misworded(Scene.spec("{name: it, tcp: {}}"), "port must be a number")
                .evaluate(null);

        assertThat(finding.outcome()).isEqualTo(Outcome.Error);
        assertThat(finding.message()).isEqualTo("port must be a number");
    }
}
