package dev.readygate.cli.check;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads YAML and JSON like kubectl: with anchors, merge keys and octal numbers, while dates and 12:30 are texts. */
final class YamlReader {
    private static final int LONGEST = 64 * 1024 * 1024;

    /** Charts contain definitions of custom resources, which are deeply nested. */
    private static final int DEEPEST = 200;

    private final InputText text;
    private final YamlValues values = new YamlValues();

    private YamlReader(InputText text) {
        this.text = text;
    }

    /** A parsed document whose value is not yet constructed. */
    record YamlDocument(Place place, Node node) {}

    static List<YamlDocument> documents(InputText text) {
        return new YamlReader(text).documents();
    }

    /** @return maps, lists, texts, numbers and booleans */
    static Object value(InputText text, YamlDocument document) {
        return new YamlReader(text).value(document);
    }

    private List<YamlDocument> documents() {
        var documents = new ArrayList<YamlDocument>();
        var nodes = nodes();
        int number = 1;
        for (var node = next(nodes, number); node.isPresent(); node = next(nodes, number)) {
            if (!node.get().getTag().equals(Tag.NULL)) {
                documents.add(new YamlDocument(new Place(text.file(), number, line(node.get())), node.get()));
            }
            number++;
        }
        return documents;
    }

    private Iterator<Node> nodes() {
        var yaml = new Yaml(
                new SafeConstructor(options()),
                new Representer(new DumperOptions()),
                new DumperOptions(),
                options(),
                new Implicit());
        return yaml.composeAll(new StringReader(text.content())).iterator();
    }

    private Optional<Node> next(Iterator<Node> nodes, int document) {
        try {
            return nodes.hasNext() ? Optional.of(nodes.next()) : Optional.empty();
        } catch (MarkedYAMLException broken) {
            throw broken(broken, document);
        } catch (YAMLException broken) {
            throw new UnreadableInput("%s, document %d: no valid YAML: %s"
                    .formatted(text.file(), document, firstLine(broken.getMessage())));
        }
    }

    private Object value(YamlDocument document) {
        try {
            new Expansion(text, document).expectBounded();
            return values.of(document.node());
        } catch (MarkedYAMLException broken) {
            throw broken(broken, document.place().document());
        }
    }

    private UnreadableInput broken(MarkedYAMLException broken, int document) {
        int line = broken.getProblemMark().getLine() + 1;
        return UnreadableInput.at(
                new Place(text.file(), document, line),
                "no valid YAML: " + firstLine(broken.getProblem()) + hint(text, line));
    }

    /** A hint for an unrendered template, which may still be valid YAML. */
    static String hint(InputText text, int line) {
        return text.content().lines().limit(line).anyMatch(it -> it.contains("{{"))
                ? "; it looks like a template: render it first, for example with helm template"
                : "";
    }

    private static String firstLine(String message) {
        return message == null
                ? "unknown"
                : message.lines().findFirst().orElse("").strip();
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static LoaderOptions options() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setCodePointLimit(LONGEST);
        options.setNestingDepthLimit(DEEPEST);
        return options;
    }

    private static final class YamlValues extends SafeConstructor {
        YamlValues() {
            super(options());
            setAllowDuplicateKeys(false);
        }

        Object of(Node node) {
            return constructDocument(node);
        }
    }

    /** Resolves plain words, but not dates or base-60 numbers, which kubectl does not know. */
    private static final class Implicit extends Resolver {
        private static final Pattern WHOLE =
                Pattern.compile("[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+");

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, BOOL, "yYnNtTfFoO", 10);
            addImplicitResolver(Tag.INT, WHOLE, "-+0123456789");
            addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789.");
            addImplicitResolver(Tag.MERGE, MERGE, "<", 10);
            addImplicitResolver(Tag.NULL, NULL, "~nN\0", 10);
            addImplicitResolver(Tag.NULL, EMPTY, null, 10);
        }
    }
}
