package dev.readygate.checks;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;

/** What came back over HTTP. */
public sealed interface HttpAnswer permits HttpAnswer.Response, NoAnswer, NotAsked {

    /**
     * @param headers by name in lower case, several of one name joined by a comma
     * @param elapsed from before the connection was made until the body was read
     */
    record Response(int status, Map<String, String> headers, Body body, Duration elapsed) implements HttpAnswer {
        public Response {
            headers = Map.copyOf(headers);
            requireNonNull(body, "body");
            requireNonNull(elapsed, "elapsed");
        }
    }

    /**
     * Never to be shown to anybody.
     *
     * @param whole false if there was more of it than is ever read, or it could not be decoded
     */
    record Body(String text, boolean whole) {
        public static final Body NONE = new Body("", true);

        public Body {
            requireNonNull(text, "text");
        }

        /** What somebody else's server said must not end up in a log by way of a record's text. */
        @Override
        public String toString() {
            return "Body[" + text.length() + " characters]";
        }
    }
}
