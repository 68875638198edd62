package dev.readygate.checks;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;

/** What came back over HTTP. */
public sealed interface HttpAnswer {

    /** @param body as much of it as was read, never to be shown to anybody */
    record Response(int status, Map<String, String> headers, String body, Duration elapsed) implements HttpAnswer {
        public Response {
            headers = Map.copyOf(headers);
            requireNonNull(body, "body");
            requireNonNull(elapsed, "elapsed");
        }
    }

    /** The target did not answer: refused, reset, timed out. That is the target's failure. */
    record NoAnswer(String reason) implements HttpAnswer {}

    /** We did not ask, because we may not or could not: a forbidden address, an unknown name, a missing Secret. */
    record NotAsked(String reason) implements HttpAnswer {}
}
