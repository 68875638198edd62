package dev.readygate.checks.answer;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;

/** An HTTP request's result. */
public sealed interface HttpAnswer permits HttpAnswer.Response, NoAnswer, NotAsked {

    /**
     * @param headers by name in lower case; a comma joins values of one name
     * @param elapsed from before the connection until the end of the body
     */
    record Response(int status, Map<String, String> headers, Body body, Duration elapsed) implements HttpAnswer {
        public Response {
            headers = Map.copyOf(headers);
            requireNonNull(body, "body");
            requireNonNull(elapsed, "elapsed");
        }
    }

    /**
     * Never shown to a user.
     *
     * @param whole false if the body is longer than the operator reads, or could not be decoded
     */
    record Body(String text, boolean whole) {
        public static final Body NONE = new Body("", true);

        public Body {
            requireNonNull(text, "text");
        }

        /** Keeps the answer of a foreign server out of logs that print the record. */
        @Override
        public String toString() {
            return "Body[" + text.length() + " characters]";
        }
    }
}
