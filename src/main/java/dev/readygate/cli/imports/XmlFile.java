package dev.readygate.cli.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks over the elements of an XML file. Because the file may come from anywhere, the parser skips a DTD, fetches
 * nothing and knows only the five entities of XML.
 */
final class XmlFile {
    private static final XMLInputFactory XML = careful();

    private final ImportFile source;
    private final String expected;
    private final Set<String> roots;

    /**
     * @param expected the expected format, for messages
     * @param roots the names that its first element may have
     */
    XmlFile(ImportFile source, String expected, Set<String> roots) {
        this.source = source;
        this.expected = expected;
        this.roots = roots;
    }

    interface Visitor {
        /** @param depth 0 for the first element */
        void begins(Tag tag, int depth);

        default void ends(String name) {}
    }

    private static XMLInputFactory careful() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(javax.xml.XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    void walk(Visitor visitor) {
        try {
            var reader = XML.createXMLStreamReader(source.stream());
            for (int depth = 0; reader.hasNext(); ) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> visitor.begins(tag(reader, depth), depth++);
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        visitor.ends(reader.getLocalName());
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException broken) {
            throw source.isNo(expected, "it is no complete XML, see line %d".formatted(line(broken)));
        }
    }

    private static int line(XMLStreamException broken) {
        return broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber();
    }

    private Tag tag(XMLStreamReader reader, int depth) {
        var name = reader.getLocalName();
        if (depth == 0 && !roots.contains(name)) {
            throw source.isNo(
                    expected,
                    "it begins with <%s>, and <%s> was expected"
                            .formatted(
                                    name,
                                    String.join(
                                            "> or <", roots.stream().sorted().toList())));
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int each = 0; each < reader.getAttributeCount(); each++) {
            attributes.put(reader.getAttributeLocalName(each), reader.getAttributeValue(each));
        }
        return new Tag(this, name, attributes);
    }

    WrongFile isWrong(String why) {
        return source.isNo(expected, why);
    }
}
