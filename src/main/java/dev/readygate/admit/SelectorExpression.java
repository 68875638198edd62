package dev.readygate.admit;

import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.Selector;
import dev.readygate.api.v1alpha1.Selector.SelectorRequirement;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A label selector as a CEL expression, and as an example of labels. */
record SelectorExpression(Selector selector) {

    /** @param labels an expression that returns the labels */
    String in(String labels) {
        var all = Stream.concat(
                new TreeMap<>(selector.matchLabels())
                        .entrySet().stream()
                                .map(it -> "%s[?%s] == optional.of(%s)"
                                        .formatted(labels, Cel.text(it.getKey()), Cel.text(it.getValue()))),
                selector.matchExpressions().stream().map(it -> in(labels, it)));
        return all.collect(joining(" && ", "(true && ", ")")).replace("(true && )", "true");
    }

    private static String in(String labels, SelectorRequirement requirement) {
        var key = Cel.text(requirement.key());
        var there = "%s in %s".formatted(key, labels);
        var among = "%s && %s[%s] in %s".formatted(there, labels, key, Cel.texts(requirement.values()));
        return switch (requirement.operator()) {
            case In -> "(" + among + ")";
            case NotIn -> "!(" + among + ")";
            case Exists -> there;
            case DoesNotExist -> "!(" + there + ")";
        };
    }

    /** Labels that match, unless the selector contradicts itself. */
    Map<String, String> example() {
        var labels = new HashMap<String, String>();
        selector.matchExpressions().forEach(it -> {
            switch (it.operator()) {
                case In -> labels.put(it.key(), it.values().getFirst());
                case Exists -> labels.put(it.key(), "");
                case NotIn, DoesNotExist -> {}
            }
        });
        labels.putAll(selector.matchLabels());
        return labels;
    }
}
