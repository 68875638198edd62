package dev.readygate.testing;

import java.util.Map;
import java.util.TreeMap;

/**
 * One version of an application, and how its pods behave.
 *
 * @param notes annotations of the template
 */
public record Release(String image, Map<String, String> environment, Map<String, String> notes) {
    public Release {
        environment = Map.copyOf(environment);
        notes = Map.copyOf(notes);
    }

    public Release(String image, Map<String, String> environment) {
        this(image, environment, Map.of());
    }

    /** Answers 200 to every request. */
    public static Release good(String version) {
        return new Release("registry.example/app:" + version, Map.of());
    }

    /** Its containers are ready, and /health answers 503. */
    public static Release sick(String version) {
        return good(version).with("SIM_HTTP", "/health 503");
    }

    public Release with(String variable, String value) {
        return new Release(image, more(environment, variable, value), notes);
    }

    public Release noted(String annotation, String value) {
        return new Release(image, environment, more(notes, annotation, value));
    }

    private static Map<String, String> more(Map<String, String> known, String name, String value) {
        var more = new TreeMap<>(known);
        more.put(name, value);
        return more;
    }
}
