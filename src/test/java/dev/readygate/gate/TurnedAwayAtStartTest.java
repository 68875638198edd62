package dev.readygate.gate;

import static dev.readygate.gate.StartStageTest.NAME;
import static dev.readygate.gate.StartStageTest.parked;
import static dev.readygate.gate.StartStageTest.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.facts.Outcome;
import dev.readygate.gate.Announcement.NewsKind;
import dev.readygate.gate.Effect.Announce;
import dev.readygate.gate.Effect.Unpause;
import dev.readygate.gate.Effect.WriteBook;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Waiting at gate Start ends without passing checks. */
class TurnedAwayAtStartTest {
    @Nested
    class WhenItHasWaitedTooLong {
        private World late(String onTimeout) {
            var terms = "{soak: 0s, waitAtMost: {start: 1h}, onTimeout: %s}".formatted(onTimeout);
            var before = parked().following(terms).decide();
            return parked().following(terms).remembering(before).later("1h");
        }

        @Test
        void itWaitsOnAndSaysSo() {
            var decision = late("KeepWaiting").decide();

            assertThat(decision.effects()).isEmpty();
            assertThat(decision.standing().reason()).isEqualTo(ReadyReason.TimedOut);
            assertThat(decision.standing().sentence())
                    .isEqualTo("Not through gate Start after 1h; it waits on: signed-off: nobody approved");
            assertThat(start(decision)).isEqualTo(GateState.TimedOut);
            assertThat(late("KeepWaiting").atStart(Outcome.Pass).decide().effects())
                    .containsExactly(new Unpause());
        }

        @Test
        void itStartsWherePolicySaysProceed() {
            assertThat(late("Proceed").decide().effects()).containsExactly(new Unpause());
        }

        @Test
        void itIsWithdrawnWherePolicySaysWithdraw() {
            var world = late("Withdraw");
            var first = world.decide();
            var second = world.theBookSays(first)
                    .remembering(first)
                    .atStart(Outcome.Pass)
                    .decide();

            assertThat(first.phase()).isEqualTo(Phase.Withdrawing);
            assertThat(first.effects()).singleElement().isInstanceOf(WriteBook.class);
            assertThat(second.phase()).isEqualTo(Phase.Withdrawn);
            assertThat(second.standing().reason()).isEqualTo(ReadyReason.Withdrawn);
            assertThat(second.standing().sentence())
                    .isEqualTo("revision generation-2 withdrawn: signed-off: not through gate Start after 1h");
            assertThat(second.effects())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Announce.class,
                            it -> assertThat(it.announcement().kind()).isEqualTo(NewsKind.Withdrawn));
            assertThat(world.remembering(second).decide().effects()).isEmpty();
        }

        @ParameterizedTest
        @EnumSource(
                value = Outcome.class,
                names = {"Fail"})
        void aFailureIsAnAnswerAndNoTimeMakesItAnother(Outcome answer) {
            assertThat(late("Proceed").atStart(answer).decide().standing().reason())
                    .isEqualTo(ReadyReason.Held);
        }
    }

    @Nested
    class WhenAPersonDecides {
        @Test
        void itProceedsInSpiteOfItsChecks() {
            var decision = parked().atStart(Outcome.Fail).wishing(NAME, null).decide();

            assertThat(decision.effects()).hasSize(2).last().isEqualTo(new Unpause());
            assertThat(decision.effects())
                    .first()
                    .isInstanceOfSatisfying(
                            Announce.class,
                            it -> assertThat(it.announcement())
                                    .returns(NewsKind.Proceeded, Announcement::kind)
                                    .returns(
                                            "revision generation-2 was let through gate Start by jane, whatever its checks say",
                                            Announcement::sentence));
            assertThat(start(decision)).isEqualTo(GateState.Skipped);
        }

        @Test
        void theyMeanThisOneAndNoOther() {
            assertThat(parked().wishing("generation-1", "v1").decide().effects())
                    .isEmpty();
        }

        @Test
        void itIsRejectedForGood() {
            var world = parked().atStart(Outcome.Pass).wishing(null, NAME);
            var first = world.decide();
            var second = world.theBookSays(first).remembering(first).decide();

            assertThat(second.phase()).isEqualTo(Phase.Withdrawn);
            assertThat(second.standing().reason()).isEqualTo(ReadyReason.Rejected);
            assertThat(second.standing().sentence()).isEqualTo("revision generation-2 withdrawn: rejected: by jane");
            assertThat(second.effects())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Announce.class,
                            it -> assertThat(it.announcement().kind()).isEqualTo(NewsKind.Rejected));
            assertThat(world.remembering(second).wishing(null, null).decide().phase())
                    .as("also when the annotation is gone")
                    .isEqualTo(Phase.Withdrawn);
        }

        @Test
        void anotherTemplateWaitsAnew() {
            var world = parked().wishing(null, NAME);
            var rejected = world.theBookSays(world.decide()).decide();

            var next = world.remembering(rejected).parked("generation-3").decide();

            assertThat(next.phase()).isEqualTo(Phase.Start);
            assertThat(next.effects()).singleElement().isInstanceOf(WriteBook.class);
        }
    }
}
