package dev.readygate.signals.fetch;

import java.time.Duration;
import java.util.Map;

/** The result of one exchange with one address. */
sealed interface Reply {

    /** @param whole false if the body was longer than the limit */
    record Received(int status, Map<String, String> headers, Map<String, String> trailers, byte[] body, Extent extent)
            implements Reply {}

    record Extent(boolean whole, Duration elapsed) {}

    /** @param sent whether a request may have been sent: if not, another address of the same name can be tried */
    record Silence(String reason, boolean sent) implements Reply {}
}
