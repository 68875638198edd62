package dev.readygate.testing.observer;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One write as the API server recorded it.
 *
 * @param version the object's version after it, if the record has one: for changes of Deployments
 */
public record Write(
        Instant at, String user, String verb, String resource, String name, int code, OptionalLong version) {
    private static final Set<String> RECORDS = Set.of("readinessevidences", "readinesswaivers");
    private static final int FIRST_REFUSAL = 300;

    public boolean succeeded() {
        return code < FIRST_REFUSAL;
    }

    boolean changes() {
        return !verb.equals("create");
    }

    boolean isOfSomebodysRecord() {
        return RECORDS.contains(resource);
    }

    @Override
    public String toString() {
        return "%s %s %s".formatted(verb, resource, name);
    }
}
