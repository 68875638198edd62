package dev.readygate.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How long anything is waited for: so long that only what never comes takes it. A test says what it waits for and not for
 * how long, so that it ends the same on a slow machine. JUnit finds this by META-INF/services and applies it to all tests.
 */
public final class WaitLimit implements BeforeAllCallback {
    public static final Duration LONGEST = Duration.ofMinutes(5);

    /** At a cluster: who looks more often takes the time of those who are waited for. */
    static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /** For those who wait outside of a test. */
    public static void applyToAll() {
        Awaitility.setDefaultTimeout(LONGEST);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        applyToAll();
    }
}
