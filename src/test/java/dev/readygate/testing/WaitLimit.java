package dev.readygate.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The limit of every wait: so long that only an event that never comes takes it. A test says what it waits for and
 * not how long, so that it has the same result on a slow machine. JUnit finds this by META-INF/services and applies
 * it to all tests.
 */
public final class WaitLimit implements BeforeAllCallback {
    public static final Duration LONGEST = Duration.ofMinutes(5);

    /** For waits on a cluster: more frequent polling takes time from the processes that the test waits for. */
    static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /** For waits outside of a test. */
    public static void applyToAll() {
        Awaitility.setDefaultTimeout(LONGEST);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        applyToAll();
    }
}
