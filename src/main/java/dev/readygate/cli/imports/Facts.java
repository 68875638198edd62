package dev.readygate.cli.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects the data of one piece of evidence from files and arguments. A key that occurs twice is an error. */
public final class Facts {
    public static final int MOST = 100;

    private final Map<String, Object> known = new LinkedHashMap<>();

    /** @throws IllegalArgumentException with a sentence for the user */
    public void add(Map<String, Object> further) {
        further.forEach((key, value) -> {
            if (known.putIfAbsent(key, value) != null) {
                throw new IllegalArgumentException("%s is said twice; leave one of them out".formatted(key));
            }
        });
        if (known.size() > MOST) {
            throw new IllegalArgumentException("these are more than %d facts; give a link to them".formatted(MOST));
        }
    }

    public boolean isEmpty() {
        return known.isEmpty();
    }

    public ObjectNode data() {
        var plain = new LinkedHashMap<String, Object>();
        known.forEach((key, value) -> plain.put(key, plain(value)));
        return new ObjectMapper().valueToTree(plain);
    }

    /** Without this, Jackson would write 100 as 1E+2. */
    private static Object plain(Object value) {
        return value instanceof BigDecimal number && number.scale() <= 0 ? (Object) number.longValue() : value;
    }
}
