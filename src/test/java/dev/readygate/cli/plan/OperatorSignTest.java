package dev.readygate.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.cli.plan.OperatorSign.Alive;
import dev.readygate.cli.plan.OperatorSign.Gone;
import dev.readygate.cli.plan.OperatorSign.Hidden;
import dev.readygate.cli.plan.OperatorSign.Lease;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OperatorSignTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void isAliveWhileItRenewsItsLease() {
        assertThat(after(Duration.ofSeconds(4)))
                .isInstanceOfSatisfying(
                        Alive.class, it -> assertThat(it.advice()).contains("renewed its Lease 4 s ago", "Observe"));
    }

    /** A clock that is a second ahead does not make a running operator look dead. */
    @Test
    void isAliveIfClocksDifferALittle() {
        assertThat(after(Duration.ofSeconds(-1))).isInstanceOf(Alive.class);
        assertThat(after(Duration.ofSeconds(25))).isInstanceOf(Alive.class);
    }

    @Test
    void isGoneWhenTheLeaseRanOutOrIsNotThere() {
        assertThat(after(Duration.ofSeconds(26))).isEqualTo(new Gone());
        assertThat(OperatorSign.of(new Lease.Missing(), NOON)).isEqualTo(new Gone());
    }

    @Test
    void isHiddenIfTheLeaseIsUnreadable() {
        assertThat(OperatorSign.of(new Lease.Unreadable("you may not"), NOON))
                .isInstanceOfSatisfying(
                        Hidden.class, it -> assertThat(it.advice()).contains("(you may not)", "--force"));
    }

    private static OperatorSign after(Duration time) {
        return OperatorSign.of(new Lease.Renewed(NOON, Duration.ofSeconds(15)), NOON.plus(time));
    }
}
