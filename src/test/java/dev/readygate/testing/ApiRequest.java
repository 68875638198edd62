package dev.readygate.testing;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A request about an object in a namespace.
 *
 * @param resource with its subresource, pods/status
 */
record ApiRequest(String verb, String namespace, String resource) {
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Pattern PATH =
            Pattern.compile("/apis?/(?:[^/]+/)?v[^/]+/namespaces/([^/]+)/([^/]+)(?:/[^/]+(/[^/]+)?)?");

    static Optional<ApiRequest> of(String verb, String path) {
        var parts = PATH.matcher(path);
        return parts.matches()
                ? Optional.of(new ApiRequest(
                        verb, parts.group(1), parts.group(2) + Objects.requireNonNullElse(parts.group(3), "")))
                : Optional.empty();
    }

    boolean isWrite() {
        return WRITES.contains(verb);
    }
}
