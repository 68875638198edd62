package dev.readygate.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.ReadinessEvidence;
import dev.readygate.cli.report.DocumentSources.StatedEvidence;
import dev.readygate.cli.report.PinnedBaseline.StatedPin;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PinnedBaselineTest {
    private static StatedEvidence stated(String made, String spec) {
        return new StatedEvidence(
                "e-" + made,
                Instant.parse(made),
                Serialization.unmarshal("spec: " + spec, ReadinessEvidence.class)
                        .getSpec());
    }

    private static StatedEvidence pin(String made, String about, String more) {
        return stated(
                made,
                "{type: baseline, about: {deployment: %s}, data: {name: v1, revision: 56fd9b6986, %s}, by: {user: ann}}"
                        .formatted(about, more));
    }

    private static String section(String title, StatedEvidence... evidence) {
        return Shop.section(Shop.stating(evidence), title);
    }

    @Test
    void itIsListedWithItsImagesAndComparedWithWhatRuns() {
        var other = pin("2026-11-02T00:00:00Z", "cart", "images: ['registry.example/cart:1'], digests: ['sha256:1']");
        var same = pin("2026-11-03T00:00:00Z", "cart", "images: ['registry.example/cart:2']");

        assertThat(section("Baseline", other))
                .contains("| Pinned | by ann on 2026-11-02 |", "| Revision | 56fd9b6986 |", "| Digests | sha256:1 |")
                .contains("| Now | other images run: registry.example/cart:2 |");
        assertThat(section("Baseline", same)).contains("| Now | the same images run |");
    }

    @Test
    void theWayBackBeginsWithTheDatabase() {
        var pin = pin("2026-11-02T00:00:00Z", "cart", "images: [a, b], database: Migrate down to 42");

        assertThat(section("Rollback plan", pin))
                .contains("### Back to v1 of cart\n\n1. Database: Migrate down to 42\n2. Declare it again")
                .contains("kubectl readygate undo cart -n shop --to v1", "apply its images again: a, b");
    }

    @Test
    void otherEvidenceIsNoPin() {
        assertThat(section(
                        "Rollback plan",
                        pin("2026-11-02T00:00:00Z", "pay", "images: []"),
                        stated("2026-11-02T00:00:00Z", "{type: baseline, about: {deployment: cart}, outcome: Pass}"),
                        stated("2026-11-02T00:00:00Z", "{type: baseline, about: {commit: 898c22c}, data: {name: a}}"),
                        stated("2026-11-02T00:00:00Z", "{type: other, about: {deployment: cart}, data: {name: a}}")))
                .doesNotContain("Back to v1", "Back to a");
    }

    @Test
    void whatIsStatedIsReadAgain() {
        var baseline = Shop.cart().product().subjects().getFirst().report().baseline();
        var spec = PinnedBaseline.of("cart", baseline, "v1.0", Optional.of("nothing"));
        var statements = List.of(new StatedEvidence("e", Shop.NOW, spec));

        assertThat(PinnedBaseline.of("cart", statements))
                .extracting(StatedPin::pin)
                .containsExactly(new PinnedBaseline(
                        "v1.0", baseline.hash(), baseline.images(), baseline.digests(), "1f2e3d4c", "nothing"));
        assertThat(PinnedBaseline.of("pay", statements)).isEmpty();
    }
}
