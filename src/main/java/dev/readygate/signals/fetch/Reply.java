package dev.readygate.signals.fetch;

import java.time.Duration;
import java.util.Map;

/** What one exchange with one address gave. */
sealed interface Reply {

    /** @param whole false if the body was longer than what is read */
    record Received(int status, Map<String, String> headers, Map<String, String> trailers, byte[] body, Extent extent)
            implements Reply {}

    record Extent(boolean whole, Duration elapsed) {}

    /** @param sent whether anything may have been sent: if not, another address of the same name can be tried */
    record Silence(String reason, boolean sent) implements Reply {}
}
