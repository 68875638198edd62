package dev.readygate.checks.cel;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.util.HashMap;
import java.util.Map;

/** The names an expression may use, and their types. */
public record Vocabulary(Map<String, Sort> names) {
    public Vocabulary {
        names = Map.copyOf(names);
    }

    public Vocabulary and(String name, Sort sort) {
        var more = new HashMap<>(names);
        more.put(name, sort);
        return new Vocabulary(more);
    }

    public enum Sort {
        /** Any JSON value; evaluation shows its type. */
        Anything(SimpleType.DYN),
        Objects(ListType.create(SimpleType.DYN)),
        Text(SimpleType.STRING),
        TextByName(MapType.create(SimpleType.STRING, SimpleType.STRING)),
        Whole(SimpleType.INT),
        Number(SimpleType.DOUBLE),
        Duration(SimpleType.DURATION);

        private final CelType type;

        Sort(CelType type) {
            this.type = type;
        }

        CelType type() {
            return type;
        }
    }

    /** The required type of a result. */
    public enum Gives {
        Truth("true or false"),
        Number("a number");

        private final String words;

        Gives(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
