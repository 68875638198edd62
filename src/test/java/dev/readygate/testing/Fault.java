package dev.readygate.testing;

import java.util.Map;
import java.util.Set;

/** What becomes of a request instead of an answer. */
public sealed interface Fault {

    /** Whether a write of this resource meets it. */
    default boolean meets(String resource) {
        return true;
    }

    /** The API server, or something before it, answers this. */
    record ErrorAnswer(int code, String reason, Map<String, String> headers) implements Fault {
        private static final int CONFLICT = 409;

        public ErrorAnswer(int code, String reason) {
            this(code, reason, Map.of());
        }

        String status() {
            return """
                    {"kind":"Status","apiVersion":"v1","status":"Failure","reason":"%s","code":%d,"message":"a fault"}""".formatted(reason, code);
        }

        /** A conflict about an Event says that it is there already, which nobody tries again. */
        @Override
        public boolean meets(String resource) {
            return code != CONFLICT || !resource.equals("events");
        }
    }

    /** The connection is closed before anything is sent on. */
    record Reset() implements Fault {}

    /** Nothing comes back, as long as anybody waits: that is ten seconds each time, so only what gates and lets go meets it. */
    record Hang() implements Fault {
        private static final Set<String> WHERE = Set.of("gatebooks", "deployments", "pods/status");

        @Override
        public boolean meets(String resource) {
            return WHERE.contains(resource);
        }
    }

    /** It is sent on and carried out. */
    enum PassedOn implements Fault {
        Whole,
        /** The answer breaks off. */
        Half,
        /** Nobody hears of it. */
        Lost
    }
}
