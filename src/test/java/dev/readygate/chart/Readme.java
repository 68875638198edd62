package dev.readygate.chart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** The chart's README: a handwritten text, and a table of the values with their comments. */
final class Readme {
    private static final Pattern KEY = Pattern.compile("( *)([A-Za-z]+):(?: +(.+))?");

    private Readme() {}

    /** One value that can be set; a heading's comment belongs to no value. */
    record ChartValue(String path, String standard, String comment) {
        String row() {
            return "| `%s` | `%s` | %s |".formatted(path, standard, comment.replace("|", "\\|"));
        }
    }

    static String of(String introduction, String values) {
        var rows = valuesIn(values).stream().map(ChartValue::row).toList();
        return introduction + "\n## Values\n\n| value | default | |\n|---|---|---|\n" + String.join("\n", rows) + "\n";
    }

    /** Reads the plain YAML of the values file: two spaces per level, comments above, defaults on the key's line. */
    static List<ChartValue> valuesIn(String yaml) {
        var values = new ArrayList<ChartValue>();
        var comment = new ArrayList<String>();
        Deque<String> parents = new ArrayDeque<>();
        for (var line : yaml.lines().toList()) {
            if (line.isBlank()) {
                comment.clear();
            } else if (line.strip().startsWith("#")) {
                comment.add(line.strip().substring(1).strip());
            } else {
                read(line, parents, String.join(" ", comment), values);
                comment.clear();
            }
        }
        return values;
    }

    private static void read(String line, Deque<String> parents, String comment, List<ChartValue> values) {
        var key = KEY.matcher(line);
        if (!key.matches()) {
            throw new IllegalArgumentException("cannot be documented, put it on one line: " + line);
        }
        while (parents.size() > key.group(1).length() / 2) {
            parents.removeLast();
        }
        parents.addLast(key.group(2));
        if (key.group(3) != null) {
            values.add(new ChartValue(String.join(".", parents), key.group(3), comment));
        }
    }
}
