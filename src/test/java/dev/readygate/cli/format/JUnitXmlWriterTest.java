package dev.readygate.cli.format;

import static dev.readygate.cli.format.FindingSamples.HEALTHY;
import static dev.readygate.cli.format.FindingSamples.NON_ROOT;
import static dev.readygate.cli.format.FindingSamples.at;
import static dev.readygate.cli.format.FindingSamples.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.cli.format.ResultEntry.EntryPlace;
import dev.readygate.cli.format.ResultEntry.Level;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JUnitXmlWriterTest {
    @Test
    void hasASuiteForEachSubjectAndACaseForEachRule() {
        var other = new ResultEntry(NON_ROOT, EntryPlace.inCluster("Deployment shop/till"), Level.Pass, "kept");

        var root = written(found(NON_ROOT, Level.Failure), other, found(HEALTHY, Level.Pass));

        assertThat(root.getTagName()).isEqualTo("testsuites");
        assertThat(root.getAttribute("name")).isEqualTo("readygate check");
        assertThat(all(root, "testsuite").map(it -> it.getAttribute("name")))
                .containsExactly("Deployment shop/cart", "Deployment shop/till");
        var first = all(root, "testcase").findFirst().orElseThrow();
        assertThat(first.getAttribute("name")).isEqualTo("security/non-root");
        assertThat(first.getAttribute("classname")).isEqualTo("Deployment shop/cart");
        assertThat(first.getAttribute("file")).isEqualTo("deploy/cart.yaml");
        assertThat(first.getAttribute("line")).isEqualTo("12");
    }

    @Test
    void countsWhatItHas() {
        var all = Stream.of(Level.values()).map(it -> found(NON_ROOT, it)).toArray(ResultEntry[]::new);

        var root = written(all);

        Stream.concat(Stream.of(root), all(root, "testsuite")).forEach(it -> {
            assertThat(it.getAttribute("tests")).isEqualTo("6");
            assertThat(it.getAttribute("failures")).isEqualTo("1");
            assertThat(it.getAttribute("errors")).isEqualTo("1");
            assertThat(it.getAttribute("skipped")).isEqualTo("2");
        });
        assertThat(all(root, "testcase")).hasSize(6);
        assertThat(all(root, "failure")).hasSize(1);
        assertThat(all(root, "error")).hasSize(1);
        assertThat(all(root, "skipped")).hasSize(2);
    }

    @Test
    void aFailureSaysWhatIsWrongAndWhatToDo() {
        var failure = all(written(found(NON_ROOT, Level.Failure)), "failure")
                .findFirst()
                .orElseThrow();

        assertThat(failure.getAttribute("message")).isEqualTo("container cart may be root");
        assertThat(failure.getAttribute("type")).isEqualTo("security/non-root");
        assertThat(failure.getTextContent()).isEqualTo("Set runAsNonRoot");
    }

    @Test
    void aRuleWithoutHelpHasItsTitle() {
        assertThat(all(written(found(HEALTHY, Level.Error)), "error").map(Element::getTextContent))
                .containsExactly("http");
    }

    @Test
    void aWarningIsToldAndFailsNothing() {
        var root = written(found(NON_ROOT, Level.Warning));

        assertThat(root.getAttribute("failures")).isEqualTo("0");
        assertThat(all(root, "system-out").map(Element::getTextContent))
                .containsExactly("warning: container cart may be root");
    }

    @Test
    void everyCharacterThatXmlHasIsKeptAndTheOthersAreReplaced() {
        var message = "\"a\" < b && 'c' > d ]]> \u0000\u0007\uD800 \t é 漢 😀\uFFFE\uFFFF";
        var entry = new ResultEntry(NON_ROOT, at("<Deployment> \"x\" & y", "a&b.yaml"), Level.Warning, message);

        var root = written(entry);

        assertThat(all(root, "system-out").map(Element::getTextContent))
                .containsExactly("warning: \"a\" < b && 'c' > d ]]> \uFFFD\uFFFD\uFFFD \t é 漢 😀\uFFFD\uFFFD");
        assertThat(all(root, "testsuite").map(it -> it.getAttribute("name"))).containsExactly("<Deployment> \"x\" & y");
        assertThat(all(root, "testcase").map(it -> it.getAttribute("file"))).containsExactly("a&b.yaml");
    }

    @Test
    void nothingFoundIsAReportToo() {
        var root = written();

        assertThat(root.getAttribute("tests")).isEqualTo("0");
        assertThat(all(root, "testsuite")).isEmpty();
    }

    private static Element written(ResultEntry... entries) {
        var text = JUnitXmlWriter.text("readygate check", List.of(entries));
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError(text, e);
        }
    }

    private static Stream<Element> all(Element root, String tag) {
        var found = root.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength()).mapToObj(it -> (Element) found.item(it));
    }
}
