package dev.readygate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.CheckSpec.OnNoData;
import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.ReadinessDuration;
import dev.readygate.api.v1alpha1.Rollout;
import dev.readygate.checks.Check;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.Subject;
import dev.readygate.gate.GateRule.Bearing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeAtGatesTest {
    private static final Rollout ROLLOUT = new Rollout(null, ReadinessDuration.ZERO, null, null, null, null);

    private record FailingCheck(boolean healsByItself, Optional<Instant> changes) implements Check {
        @Override
        public Finding evaluate(Subject subject) {
            return new Finding("hours", FindingReason.Closed, "closed", Measured.NOTHING, Optional.empty());
        }

        @Override
        public Optional<Instant> changesAt(Subject subject) {
            return changes;
        }
    }

    private static GateRule rule(Check check) {
        return new GateRule("hours", Optional.of(Gate.Serve), OnNoData.Wait, check);
    }

    private static Bearing bearing(boolean healsByItself) {
        var check = new FailingCheck(healsByItself, Optional.empty());
        return rule(check).bearing(check.evaluate(null));
    }

    @Test
    void aCheckThatPassesWithTimeHoldsAndFailsNothing() {
        assertThat(bearing(true)).isEqualTo(Bearing.Holds);
        assertThat(bearing(false)).isEqualTo(Bearing.Refuses);
    }

    @Test
    void isLookedAtAgainAtTheEarliestChange() {
        assertThat(lookAgainAt(World.NOW.plusSeconds(60), null, World.NOW.plusSeconds(30)))
                .contains(World.NOW.plusSeconds(30));
    }

    @Test
    void isNotLookedAtAgainWhenTimeChangesNothing() {
        assertThat(lookAgainAt((Instant) null)).isEmpty();
    }

    private static Optional<Instant> lookAgainAt(Instant... changes) {
        var rules = Stream.of(changes)
                .map(it -> rule(new FailingCheck(true, Optional.ofNullable(it))))
                .toList();
        var world = new World().running("good", 3).theBookVerifies("good").snapshot();
        return new Gatekeeper()
                .decide(new Rules(true, ROLLOUT, List.copyOf(rules)), world, Optional.empty())
                .lookAgainAt();
    }
}
