package dev.readygate.checks.evidence;

import java.util.Map;
import java.util.Optional;

/** Finds a value in the data of evidence. */
final class DataPath {
    private DataPath() {}

    /** A key may itself contain dots. */
    static Optional<Object> in(Object data, String path) {
        if (!(data instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        int dot = path.indexOf('.');
        return map.containsKey(path) || dot < 0
                ? Optional.ofNullable(map.get(path))
                : in(map.get(path.substring(0, dot)), path.substring(dot + 1));
    }
}
