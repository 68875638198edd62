package dev.readygate.testing;

import java.util.Map;
import java.util.TreeMap;

/** One version of an application, and how its pods behave. */
public record Release(String image, Map<String, String> environment) {
    public Release {
        environment = Map.copyOf(environment);
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
        var more = new TreeMap<>(environment);
        more.put(variable, value);
        return new Release(image, more);
    }
}
