package dev.readygate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.facts.PodTemplate;
import dev.readygate.facts.RejectedTemplate;
import dev.readygate.gate.Effect.Announce;
import dev.readygate.gate.Effect.GiveBack;
import dev.readygate.gate.Effect.PutBack;
import dev.readygate.gate.Effect.Refuse;
import dev.readygate.gate.Effect.Restore;
import dev.readygate.gate.Effect.WriteBook;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A withdrawn template is declared and paused: scaled to zero and back, and released. */
class TemplateRedeclarationTest {
    /** The template of v2 is in the GateBook, with revision number 2. */
    private static World refusedIn(World world) {
        return world.theBookVerifies("v1").theBookHolds("v2").theBookKeeps(2).remembers(Phase.Restoring, "v1");
    }

    private static World declared() {
        return refusedIn(new World().emptied("v1").opened("v2", 3));
    }

    private static World restored() {
        return refusedIn(new World().emptied("v2").running("v1", 3));
    }

    @Test
    void withdrawnAndScaledToZeroTheBaselineIsDeclaredWhileNothingRuns() {
        var withdrawn = new World()
                .emptied("v1")
                .declaring(2)
                .wanting(0)
                .theBookVerifies("v1")
                .theBookHolds("v2")
                .remembers(Phase.Withdrawn, "v1")
                .pausedByUs();
        var held = withdrawn.snapshot().book().orElseThrow();
        var kept = withdrawn.decide();
        var restored = withdrawn.theBookKeeps(2).decide();

        assertThat(kept.effects()).singleElement().isEqualTo(new Refuse(held, 2));
        assertThat(restored.effects()).singleElement().isInstanceOf(Restore.class);
        assertThat(restored.phase()).isEqualTo(Phase.Withdrawn);
    }

    @Test
    void andDeclaredAgainOnlyWhenItRunsAgain() {
        var atZero = refusedIn(new World().emptied("v1").wanting(0)).decide();
        var awake = refusedIn(new World().running("v1", 3)).decide();

        assertThat(atZero.effects()).hasOnlyElementsOfType(Announce.class);
        assertThat(atZero.phase()).isEqualTo(Phase.Withdrawn);
        assertThat(awake.effects()).singleElement().isInstanceOf(PutBack.class);
    }

    @Test
    void withoutTheBaselinesReplicaSetNothingIsWrittenAtZero() {
        var decision = new World()
                .declaring(2)
                .wanting(0)
                .theBookVerifies("v1")
                .theBookHolds("v2")
                .remembers(Phase.Withdrawn, "v1")
                .pausedByUs()
                .decide();

        assertThat(decision.effects()).isEmpty();
    }

    /** Its ReplicaSet was deleted, so the declared template has none, and the baseline's keeps the highest number. */
    @Test
    void parkedForGoodItStaysWithdrawnThoughTheBaselineHasTheNumber() {
        var decision = new World()
                .running("v1", 3)
                .theBookVerifies("v1")
                .theBookHolds("v2")
                .remembers(Phase.Withdrawn, "v1")
                .pausedByUs()
                .decide();

        assertThat(decision.phase()).isEqualTo(Phase.Withdrawn);
        assertThat(decision.effects()).isEmpty();
    }

    @Test
    void lettingGoPutsTheUsersTemplateBackFirst() {
        assertThat(restored().onlyObserved().decide().effects())
                .containsExactly(new PutBack(refused(2), Optional.empty()));
        assertThat(restored().onlyObserved().unsettled().decide().effects()).isEmpty();
    }

    @Test
    void butNotOverAnUnseenTemplate() {
        assertThat(restored().declaring(9).onlyObserved().decide().effects()).isEmpty();
    }

    @Test
    void andLetsGoOfItWhenItIsThere() {
        var decision = declared().onlyObserved().decide();

        assertThat(decision.effects()).containsExactly(new GiveBack(refused(2)), new WriteBook(Optional.empty()));
    }

    @Test
    void aReleaseForgetsItIfAUserDeclaredAnother() {
        var decision = refusedIn(new World().emptied("v2").running("v1", 3).opened("v3", 1))
                .onlyObserved()
                .decide();

        assertThat(decision.effects()).containsExactly(new WriteBook(Optional.empty()));
    }

    private static RejectedTemplate refused(long number) {
        return new RejectedTemplate(new PodTemplate("{}"), number);
    }
}
