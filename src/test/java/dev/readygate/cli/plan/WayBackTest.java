package dev.readygate.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.cli.plan.WayBack.KeptRevision;
import dev.readygate.cli.plan.WayBack.NoWayBack;
import dev.readygate.cli.plan.WayBack.To;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WayBackTest {
    private static final KeptRevision FIRST = new KeptRevision("v0", 1, "cart-v0", List.of("cart:0"));
    private static final KeptRevision GOOD = new KeptRevision("v1", 2, "cart-v1", List.of("cart:1"));
    private static final KeptRevision BAD = new KeptRevision("v2", 3, "cart-v2", List.of("cart:2"));
    private static final List<KeptRevision> ALL = List.of(GOOD, BAD, FIRST);
    private static final String WITHDRAWN = Cart.saying("Withdrawn", "False", "Withdrawn", "It was withdrawn.");
    private static final String VERIFIED = """
            deploymentGeneration: 7
            phase: Idle
            revision: {hash: v1}
            baseline: {hash: v1}
            conditions: [{type: Ready, status: "True", reason: Verified, message: It is verified.}]
            """;

    @Test
    void leadsToTheBaselinePastAHeldRevision() {
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
                .isEqualTo(new NoWayBack(
                        "There is no other verified revision of cart to go back to; with --to HASH, there is"
                                + " v2 (cart:2), v1 (cart:1)."));
        assertThat(from("{deploymentGeneration: 7, phase: Serve}", List.of()))
                .isEqualTo(new NoWayBack(
                        "There is no other verified revision of cart to go back to; with --to HASH, there is none."));
    }

    @Test
    void leadsNowhereWhenTheBaselineIsGone() {
        assertThat(from(WITHDRAWN, List.of(FIRST)))
                .isEqualTo(new NoWayBack("The last good revision v1 of cart is gone: its ReplicaSet was deleted."));
    }

    @Test
    void leadsToANamedRevisionEvenWithoutAReport() {
        assertThat(to("v2", Cart.unreported())).isEqualTo(new To(BAD));
        assertThat(to("v9", Cart.unreported()))
                .isEqualTo(new NoWayBack(
                        "No ReplicaSet of cart has the hash v9; there is v2 (cart:2), v1 (cart:1)," + " v0 (cart:0)."));
    }

    @Test
    void leadsNowhereWithoutAReport() {
        var question = new WayBack.UndoRequest(Cart.unreported(), ALL, Set.of(), Optional.empty());
        assertThat(question.answer()).isInstanceOf(NoWayBack.class);
    }

    private static WayBack from(String status, List<KeptRevision> kept) {
        return new WayBack.UndoRequest(Cart.known(status), kept, Set.of("v0", "v1"), Optional.empty()).answer();
    }

    private static WayBack to(String hash, ReportedDeployment known) {
        return new WayBack.UndoRequest(known, ALL, Set.of(), Optional.of(hash)).answer();
    }
}
