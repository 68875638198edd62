package dev.readygate.cli.format;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.readygate.cli.format.ResultEntry.Level;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes JUnit XML for build servers: a suite for each subject, a case for each rule. */
public final class JUnitXmlWriter {
    private static final Set<Level> LEFT_OUT = Set.of(Level.Note, Level.Skipped);

    private final XMLStreamWriter xml;
    private int depth;

    private JUnitXmlWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** @param name the name of the whole report, such as readygate check */
    public static String text(String name, List<ResultEntry> entries) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new JUnitXmlWriter(xml).document(name, entries);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("nothing could be written to memory", e);
        }
        return text.toString();
    }

    private void document(String name, List<ResultEntry> entries) throws XMLStreamException {
        Map<String, List<ResultEntry>> suites =
                entries.stream().collect(groupingBy(it -> it.where().subject(), LinkedHashMap::new, toList()));
        xml.writeStartDocument("UTF-8", "1.0");
        start("testsuites", "name", name);
        counts(entries);
        for (var suite : suites.entrySet()) {
            start("testsuite", "name", suite.getKey());
            counts(suite.getValue());
            for (var entry : suite.getValue()) {
                testcase(entry);
            }
            end();
        }
        end();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
        xml.close();
    }

    private void counts(List<ResultEntry> entries) throws XMLStreamException {
        attribute("tests", entries.size());
        attribute("failures", count(entries, Set.of(Level.Failure)));
        attribute("errors", count(entries, Set.of(Level.Error)));
        attribute("skipped", count(entries, LEFT_OUT));
        attribute("time", 0);
    }

    private static long count(List<ResultEntry> entries, Set<Level> levels) {
        return entries.stream().filter(it -> levels.contains(it.level())).count();
    }

    private void testcase(ResultEntry entry) throws XMLStreamException {
        start("testcase", "name", entry.rule().id());
        attribute("classname", entry.where().subject());
        attribute("time", 0);
        if (entry.where().spot().isPresent()) {
            var spot = entry.where().spot().get();
            attribute("file", spot.file());
            attribute("line", spot.line());
        }
        switch (entry.level()) {
            case Pass -> {}
            case Failure -> why("failure", entry);
            case Error -> why("error", entry);
            case Note, Skipped -> {
                indent();
                xml.writeEmptyElement("skipped");
                attribute("message", entry.message());
            }
            case Warning -> {
                indent();
                xml.writeStartElement("system-out");
                xml.writeCharacters(legible("warning: " + entry.message()));
                xml.writeEndElement();
            }
        }
        end();
    }

    private void why(String element, ResultEntry entry) throws XMLStreamException {
        start(element, "message", entry.message());
        attribute("type", entry.rule().id());
        var help = entry.rule().help();
        xml.writeCharacters(legible(help.isEmpty() ? entry.rule().title() : help));
        xml.writeEndElement();
        depth--;
    }

    private void start(String element, String attribute, Object value) throws XMLStreamException {
        indent();
        xml.writeStartElement(element);
        attribute(attribute, value);
        depth++;
    }

    private void end() throws XMLStreamException {
        depth--;
        indent();
        xml.writeEndElement();
    }

    private void indent() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private void attribute(String name, Object value) throws XMLStreamException {
        xml.writeAttribute(name, legible(String.valueOf(value)));
    }

    /** Replaces characters that XML cannot write: most control characters, and half of a surrogate pair. */
    private static String legible(String text) {
        return text.codePoints()
                .map(it -> isLegal(it) ? it : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isLegal(int character) {
        return character < ' '
                ? "\t\n\r".indexOf(character) >= 0
                : Character.getType(character) != Character.SURROGATE && (character & 0xFFFE) != 0xFFFE;
    }
}
