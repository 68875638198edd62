package dev.readygate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.Outlook;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.PodTemplate;
import dev.readygate.gate.Announcement.NewsKind;
import dev.readygate.gate.Effect.Announce;
import dev.readygate.gate.Effect.OpenGate;
import dev.readygate.gate.Effect.Unpause;
import dev.readygate.gate.Effect.WriteBook;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StartStageTest {
    static final String NAME = "generation-2";

    /** v1 is the baseline, and the GateBook entry is up to date. */
    static World running() {
        var world = new World().running("v1", 3).theBookVerifies("v1").remembers(Phase.Idle, "v1");
        return world.theBookSays(world.atStart(Outcome.Unknown).decide());
    }

    static World parked() {
        return running().parked(NAME);
    }

    static GateState start(Decision decision) {
        return decision.progress().at(Gate.Start).orElseThrow().state();
    }

    @Test
    void theBookSaysWhichTemplatesWaitAndWhichNeverDo() {
        var decision = new World()
                .running("v1", 3)
                .theBookVerifies("v1")
                .remembers(Phase.Idle, "v1")
                .atStart(Outcome.Unknown)
                .decide();

        assertThat(decision.effects())
                .singleElement()
                .isInstanceOfSatisfying(
                        WriteBook.class,
                        it -> assertThat(it.entry().orElseThrow())
                                .returns(
                                        java.util.Set.of(BookEntry.BookGate.Start, BookEntry.BookGate.Serve),
                                        BookEntry::gates)
                                .returns(java.util.Optional.of(new PodTemplate("v1")), BookEntry::baseline));
    }

    @Test
    void aFirstRevisionIsNotParked() {
        var decision = new World()
                .running("v1", 3)
                .remembersNoBaseline()
                .atStart(Outcome.Unknown)
                .decide();

        assertThat(decision.effects())
                .first()
                .isEqualTo(new WriteBook(java.util.Optional.of(BookEntry.ungated(World.UID))));
    }

    /** Its GateBook entry and its report were lost while it waited. */
    @Test
    void aTemplateWithoutABaselineStarts() {
        assertThat(parked().remembersNoBaseline().theBookKnows().decide().effects())
                .contains(new Unpause());
    }

    @Nested
    class WhileItWaits {
        @Test
        void nothingHappensAndTheReportSaysWhy() {
            var decision = parked().decide();

            assertThat(decision.effects()).isEmpty();
            assertThat(decision.phase()).isEqualTo(Phase.Start);
            assertThat(decision.standing().outlook()).isEqualTo(Outlook.Progressing);
            assertThat(decision.standing().reason()).isEqualTo(ReadyReason.WaitingToStart);
            assertThat(decision.standing().waitingOn()).isEqualTo("signed-off");
            assertThat(decision.standing().sentence())
                    .isEqualTo("No pod of it starts yet: signed-off: nobody approved");
            assertThat(decision.progress().hash()).isEqualTo(NAME);
            assertThat(start(decision)).isEqualTo(GateState.Held);
            assertThat(decision.progress().at(Gate.Serve).orElseThrow().state()).isEqualTo(GateState.Pending);
            assertThat(decision.lookAgainAt()).contains(World.NOW.plusSeconds(24 * 3600));
        }

        @Test
        void podsOfTheBaselineAreOpenedAsEver() {
            var decision = running().candidate("v1", 2, 1).parked(NAME).decide();

            assertThat(decision.effects()).singleElement().isInstanceOf(OpenGate.class);
        }

        @Test
        void aWithdrawalOfTheOneBeforeIsOver() {
            var decision = parked().theBookHolds("v2").decide();

            assertThat(decision.phase()).isEqualTo(Phase.Start);
            assertThat(decision.effects())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            WriteBook.class,
                            it -> assertThat(it.entry().orElseThrow().hold()).isEmpty());
        }

        @Test
        void aPolicyThatOnlyObservesLetsGo() {
            assertThat(parked().onlyObserved().decide().effects()).contains(new Unpause());
        }

        @Test
        void scaledToZeroItIsNotMistakenForTheRunningRevision() {
            var decision = running()
                    .without("v1")
                    .emptied("v1")
                    .wanting(0)
                    .parked(NAME)
                    .onlyObserved()
                    .decide();

            assertThat(decision.baseline().orElseThrow().hash()).isEqualTo("v1");
        }
    }

    @Nested
    class WhenItsChecksPass {
        @Test
        void itIsResumed() {
            var decision = parked().atStart(Outcome.Pass).decide();

            assertThat(decision.effects()).containsExactly(new Unpause());
            assertThat(decision.standing().reason()).isEqualTo(ReadyReason.Starting);
            assertThat(start(decision)).isEqualTo(GateState.Passed);
        }

        @Test
        void itsRevisionIsThroughGateStartOnceItIsMade() {
            var world = parked().atStart(Outcome.Pass);
            var let = world.later("5m").decide();
            var serving = running()
                    .waiting("v2", 1)
                    .atStart(Outcome.Unknown)
                    .remembering(let)
                    .later("10m")
                    .decide();

            assertThat(serving.phase()).isEqualTo(Phase.Serve);
            assertThat(start(serving)).isEqualTo(GateState.Passed);
            assertThat(serving.progress().at(Gate.Start).orElseThrow().since()).isEqualTo(World.NOW.plusSeconds(300));
        }

        @Test
        void aWaiverOrAQuestionThatMakesNoSenseIsAsGood() {
            assertThat(parked().atStart(Outcome.Waived).decide().effects()).containsExactly(new Unpause());
            assertThat(parked().atStart(Outcome.NotApplicable).decide().effects())
                    .containsExactly(new Unpause());
        }
    }

    @Nested
    class WhenACheckFails {
        @Test
        void itIsHeldReportedOnceAndNotWithdrawn() {
            var first = parked().atStart(Outcome.Fail).decide();
            var second = parked().atStart(Outcome.Fail).remembering(first).decide();

            assertThat(first.phase()).isEqualTo(Phase.Start);
            assertThat(first.standing().reason()).isEqualTo(ReadyReason.Held);
            assertThat(first.standing().sentence()).isEqualTo("signed-off: nobody approved; no pod of it has started");
            assertThat(start(first)).isEqualTo(GateState.Failed);
            assertThat(first.effects())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Announce.class,
                            it -> assertThat(it.announcement().kind()).isEqualTo(NewsKind.Held));
            assertThat(second.effects()).isEmpty();
        }

        @Test
        void itGoesOnWhenTheCheckRecovers() {
            var failed = parked().atStart(Outcome.Fail).decide();

            assertThat(parked().atStart(Outcome.Pass)
                            .remembering(failed)
                            .decide()
                            .effects())
                    .containsExactly(new Unpause());
        }
    }

    @Nested
    class WhatIsDeclaredAgain {
        @Test
        void passesIfItWasVerifiedOnce() {
            var world = new World()
                    .emptied("v0")
                    .running("v1", 3)
                    .theBookVerifies("v1", "v0")
                    .remembers(Phase.Idle, "v1")
                    .atStart(Outcome.Unknown);

            assertThat(world.theBookSays(world.decide())
                            .parked(NAME)
                            .declaringWhatIs("v0")
                            .decide()
                            .effects())
                    .containsExactly(new Unpause());
        }

        /** A person paused the rollout in the middle, and resumed it. */
        @Test
        void passesIfItsPodsRunAlready() {
            var serving = running().remembersThatItServed("v2").waiting("v2", 1);
            var decision = serving.parked(NAME).declaringWhatIs("v2").decide();

            assertThat(decision.effects()).containsExactly(new Unpause());
        }

        @Test
        void waitsIfItHasNeverBeenThroughTheGate() {
            var decision = running()
                    .waiting("v2", 1)
                    .parked(NAME)
                    .declaringWhatIs("v2")
                    .decide();

            assertThat(decision.effects()).isEmpty();
            assertThat(decision.standing().reason()).isEqualTo(ReadyReason.WaitingToStart);
        }
    }

    @Test
    void theSameLookTwiceAsksForTheSame() {
        var world = parked().atStart(Outcome.Pass);

        assertThat(List.of(world.decide(), world.decide()))
                .extracting(Decision::effects)
                .containsOnly(List.of(new Unpause()));
    }
}
