package dev.readygate.checks.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.checks.RolloutScene;
import dev.readygate.facts.Outcome;
import org.junit.jupiter.api.Test;

/** A check that is never asked says so, and is never taken for one that passed or failed. */
class WhatCannotBeAskedTest {

    @Test
    void aCheckWhoseParametersAreWrongIsAnErrorOfItsAuthor() {
        var finding = AllChecks.misworded(RolloutScene.spec("{name: it, tcp: {}}"), "port must be a number")
                .evaluate(null);

        assertThat(finding.outcome()).isEqualTo(Outcome.Error);
        assertThat(finding.message()).isEqualTo("port must be a number");
    }
}
