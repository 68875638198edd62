package dev.readygate.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.facts.BookEntry;
import dev.readygate.facts.PodTemplate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The report while a new template waits at gate Start. */
class AtStartTest {
    @Test
    void theRevisionIsTheDeclaredOneThoughItHasNoReplicaSet() {
        var revision = new ReportSamples()
                .revision("v1")
                .parked("generation-5")
                .status()
                .revision();

        assertThat(revision.hash()).isEqualTo("generation-5");
        assertThat(revision.replicaSet()).isNull();
        assertThat(revision.images()).containsExactly("app:2");
        assertThat(revision.commit()).isEqualTo("898c22c");
        assertThat(revision.appliedBy()).isEqualTo("ann");
    }

    @Test
    void aBookWithoutRoomForTheBaselineIsMentioned() {
        var entry = BookEntry.ungated("uid");
        var full = entry.withBaseline(Optional.of(PodTemplate.LEFT_OUT));
        var roomy = entry.withBaseline(Optional.of(new PodTemplate("{\"spec\":{}}")));

        assertThat(new ReportSamples().revision("v1").theBookSays(full).status().warnings())
                .singleElement()
                .asString()
                .contains("no room for the template of the baseline");
        assertThat(new ReportSamples()
                        .revision("v1")
                        .theBookSays(roomy)
                        .status()
                        .warnings())
                .isEmpty();
    }
}
