package dev.readygate.testing;

import java.util.Map;
import java.util.Set;

/** The outcome of a request in place of its answer. */
public sealed interface Fault {

    /** Whether a write of this resource meets it. */
    default boolean meets(String resource) {
        return true;
    }

    /** The API server, or a proxy before it, answers this. */
    record ErrorAnswer(int code, String reason, Map<String, String> headers) implements Fault {
        private static final int CONFLICT = 409;

        public ErrorAnswer(int code, String reason) {
            this(code, reason, Map.of());
        }

        String status() {
            return """
                    {"kind":"Status","apiVersion":"v1","status":"Failure","reason":"%s","code":%d,"message":"a fault"}""".formatted(reason, code);
        }

        /** A conflict about an Event means that it exists already, so the operator does not retry. */
        @Override
        public boolean meets(String resource) {
            return code != CONFLICT || !resource.equals("events");
        }
    }

    /** The connection is closed before the request is passed on. */
    record Reset() implements Fault {}

    /**
     * No answer comes as long as the client waits: that takes ten seconds each time, so only writes that gate and
     * release meet it.
     */
    record Hang() implements Fault {
        private static final Set<String> WHERE = Set.of("gatebooks", "deployments", "pods/status");

        @Override
        public boolean meets(String resource) {
            return WHERE.contains(resource);
        }
    }

    /** The request is passed on and carried out. */
    enum PassedOn implements Fault {
        Whole,
        /** The answer ends in the middle. */
        Half,
        /** The answer is lost. */
        Lost
    }
}
