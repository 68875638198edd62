package dev.readygate.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.cli.plan.WayBack.Kept;
import dev.readygate.cli.plan.WayBack.Nowhere;
import dev.readygate.cli.plan.WayBack.To;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WayBackTest {
    private static final Kept FIRST = new Kept("v0", 1, "cart-v0", List.of("cart:0"));
    private static final Kept GOOD = new Kept("v1", 2, "cart-v1", List.of("cart:1"));
    private static final Kept BAD = new Kept("v2", 3, "cart-v2", List.of("cart:2"));
    private static final List<Kept> ALL = List.of(GOOD, BAD, FIRST);
    private static final String WITHDRAWN = Cart.saying("Withdrawn", "False", "Withdrawn", "It was withdrawn.");
    private static final String VERIFIED = """
            deploymentGeneration: 7
            phase: Idle
            revision: {hash: v1}
            baseline: {hash: v1}
            conditions: [{type: Ready, status: "True", reason: Verified, message: It is verified.}]
            """;

    @Test
    void leadsToTheBaselinePastWhateverIsHeld() {
        assertThat(from(WITHDRAWN, ALL)).isEqualTo(new To(GOOD));
    }

    @Test
    void leadsToTheBaselineAlsoBeforeTheOperatorHasSeenTheRelease() {
        assertThat(from(VERIFIED.replace("7", "6"), ALL)).isEqualTo(new To(GOOD));
    }

    @Test
    void leadsFromAVerifiedRevisionToTheNewestOtherOne() {
        assertThat(from(VERIFIED, ALL)).isEqualTo(new To(FIRST));
    }

    @Test
    void leadsNowhereWhereNothingElseIsVerified() {
        assertThat(from(VERIFIED, List.of(GOOD, BAD)))
                .isEqualTo(new Nowhere(
                        "There is no other verified revision of cart to go back to; with --to HASH, there is"
                                + " v2 (cart:2), v1 (cart:1)."));
        assertThat(from("{deploymentGeneration: 7, phase: Serve}", List.of()))
                .isEqualTo(new Nowhere(
                        "There is no other verified revision of cart to go back to; with --to HASH, there is none."));
    }

    @Test
    void leadsNowhereWhenTheBaselineIsGone() {
        assertThat(from(WITHDRAWN, List.of(FIRST)))
                .isEqualTo(new Nowhere("The last good revision v1 of cart is gone: its ReplicaSet was deleted."));
    }

    @Test
    void leadsWhereItIsToldEvenWithoutAReport() {
        assertThat(to("v2", Cart.unreported())).isEqualTo(new To(BAD));
        assertThat(to("v9", Cart.unreported()))
                .isEqualTo(new Nowhere(
                        "No ReplicaSet of cart has the hash v9; there is v2 (cart:2), v1 (cart:1)," + " v0 (cart:0)."));
    }

    @Test
    void leadsNowhereWithoutAReport() {
        var question = new WayBack.Question(Cart.unreported(), ALL, Set.of(), Optional.empty());
        assertThat(question.answer()).isInstanceOf(Nowhere.class);
    }

    private static WayBack from(String status, List<Kept> kept) {
        return new WayBack.Question(Cart.known(status), kept, Set.of("v0", "v1"), Optional.empty()).answer();
    }

    private static WayBack to(String hash, Known known) {
        return new WayBack.Question(known, ALL, Set.of(), Optional.of(hash)).answer();
    }
}
