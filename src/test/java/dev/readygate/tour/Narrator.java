package dev.readygate.tour;

import dev.readygate.testing.WaitLimit;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Tells each action and each observation of the tour, and checks each before it is told. */
final class Narrator {
    private final PrintStream out;
    private final Instant begun = Instant.now();
    private int facts;

    Narrator(PrintStream out) {
        this.out = out;
    }

    void chapter(String title) {
        out.printf("%n== %s%n%n", title);
    }

    void tells(String text, Object... filled) {
        out.println("   " + text.formatted(filled));
    }

    /** The output of a program, as a reader of the tour would see it. */
    void shows(String command, String output) {
        out.println("   $ " + command);
        output.lines().forEach(it -> out.println("     " + it));
    }

    /** @throws Disproved if it is not true, and does not become true */
    void sees(String fact, BooleanSupplier holds) {
        try {
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(50))
                    .until(holds::getAsBoolean);
        } catch (ConditionTimeoutException never) {
            throw new Disproved("not so within %d s: %s".formatted(WaitLimit.LONGEST.toSeconds(), fact), never);
        }
        confirms(fact);
    }

    /** @throws Disproved if it is not true now */
    void finds(String fact, boolean holds) {
        if (!holds) {
            throw new Disproved("not so: " + fact, null);
        }
        confirms(fact);
    }

    private void confirms(String fact) {
        facts++;
        out.printf(
                "   %5.1f s  ok  %s%n", Duration.between(begun, Instant.now()).toMillis() / 1000.0, fact);
    }

    void ends(boolean asTold) {
        out.printf(
                "%n%s %d facts in %d s.%n",
                asTold ? "All of it happened:" : "Not all of it happened:",
                facts,
                Duration.between(begun, Instant.now()).toSeconds());
    }

    void failed(Disproved why) {
        out.println("   FAILED   " + why.getMessage());
    }

    /** The tour told something untrue. */
    static final class Disproved extends RuntimeException {
        Disproved(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
