package dev.readygate.cli.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readygate.cli.document.Block.Bullets;
import dev.readygate.cli.document.Block.Checklist;
import dev.readygate.cli.document.Block.Item;
import dev.readygate.cli.document.Block.Label;
import dev.readygate.cli.document.Block.Numbered;
import dev.readygate.cli.document.Block.Paragraph;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One document with every kind of block, in each format. */
class FormsTest {
    private static final String NASTY =
            "<script>alert(\"1\")</script> | [a](javascript:x) ![b](c) # `d` *e* & 'f'\n# g\u0007";

    private static final Document DOCUMENT = new Document(
            "A <b>title</b>",
            new DocumentResult(
                    new DocumentResult.DocumentSubject("shop", List.of("cart"), Optional.of("house"), Instant.EPOCH),
                    Optional.of(new BigDecimal("68.33")),
                    "6.83 / 10",
                    75,
                    "GO",
                    "a + b",
                    List.of(
                            new DocumentResult.ResultRow("a", "A", Optional.of(70), "7 / 10", Optional.of(2L), "GREEN"),
                            new DocumentResult.ResultRow(
                                    "b", "B", Optional.empty(), "no data", Optional.empty(), "UNKNOWN")),
                    List.of(new DocumentResult.ResultCheck("healthy", "It answers", "Pass"))),
            List.of(
                    new Section(
                            "Board",
                            "Board & table",
                            List.of(
                                    Block.table(
                                            "Board & table",
                                            List.of("Name", "#Number", "Empty"),
                                            List.of(
                                                    Block.row(
                                                            DocumentText.of(NASTY),
                                                            DocumentText.of(1).in(Tone.Good),
                                                            DocumentText.EMPTY),
                                                    Block.row(
                                                            DocumentText.of("link")
                                                                    .to("https://x.example/a(b)|c"),
                                                            DocumentText.of(2).in(Tone.Bad),
                                                            DocumentText.EMPTY))),
                                    Block.table(
                                            "Another",
                                            List.of("Name", "Other"),
                                            List.of(Block.row(DocumentText.of("a"), DocumentText.of(null)))))),
                    new Section(
                            "Text",
                            "Text",
                            List.of(
                                    Block.heading(
                                            "Heading",
                                            DocumentText.of("7 / 10"),
                                            DocumentText.of("GREEN").in(Tone.Good)),
                                    Block.heading("Bare"),
                                    Block.says("- not a list"),
                                    new Paragraph(DocumentText.of("1. nor this").to("javascript:alert(1)")),
                                    new Label("Label"),
                                    new Bullets(List.of(DocumentText.of("one"))),
                                    new Numbered(List.of(DocumentText.of("first"), DocumentText.of("second"))),
                                    new Checklist(List.of(
                                            new Item(true, DocumentText.of("done")),
                                            new Item(false, DocumentText.of("open"))))))));

    @Test
    void markdownKeepsTextAsText() {
        assertThat(Markdown.text(DOCUMENT)).isEqualTo("""
                # A \\<b\\>title\\</b\\>

                ## Board & table

                | Name | Number |
                | --- | ---: |
                | \\<script\\>alert("1")\\</script\\> \\| \\[a\\](javascript:x) \\!\\[b\\](c) \\# \\`d\\` \\*e\\* & 'f' \\# g  | 1 |
                | [link](https://x.example/a%28b%29%7Cc) | 2 |

                | Name |
                | --- |
                | a |

                ## Text

                ### Heading (7 / 10, GREEN)

                ### Bare

                \\- not a list

                1\\. nor this

                **Label**

                - one

                1. first
                2. second

                - [x] done
                - [ ] open
                """);
    }

    @Test
    void aTextLikeAnEntityIsEscaped() {
        var document = new Document("AT&T says &lt;b&gt; &#60;", DOCUMENT.result(), List.of());

        assertThat(Markdown.text(document)).isEqualTo("# AT&T says &amp;lt;b&amp;gt; &amp;\\#60;\n");
    }

    @Test
    void htmlHasNoScriptAndNoAddressButThoseGiven() {
        var html = Html.text(DOCUMENT);

        assertThat(html)
                .doesNotContainIgnoringCase("<script")
                .doesNotContain("javascript:alert")
                .doesNotContain("\u0007");
        assertThat(Pattern.compile("(src|href|url)\\s*[=(]\\s*\"?([^\"]*)")
                        .matcher(html)
                        .results()
                        .map(it -> it.group(2)))
                .containsExactly("https://x.example/a(b)|c");
        assertThat(html).doesNotContain("@import").doesNotContain("<link").doesNotContain("<img");
    }

    @Test
    void htmlIsReadByPeopleAndByMachines() {
        assertThat(Html.text(DOCUMENT))
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("<title>A &lt;b&gt;title&lt;/b&gt;</title>", "prefers-color-scheme: dark", "@media print")
                .contains("<section aria-labelledby=\"s1\" class=\"board\">\n<h2 id=\"s1\">Board &amp; table</h2>")
                .contains("<caption class=\"aside\">Board &amp; table</caption>", "<caption>Another</caption>")
                .contains("<th scope=\"col\">Name</th><th scope=\"col\" class=\"number\">Number</th>")
                .contains("<th scope=\"row\">a</th>")
                .contains("<td class=\"number\"><span class=\"tone good\">1</span></td>")
                .contains(
                        "<h3>Heading <span class=\"mark\">7 / 10</span> <span class=\"mark\"><span class=\"tone good\">GREEN</span></span></h3>")
                .contains("<p class=\"label\">Label</p>", "<ul>\n<li>one</li>", "<ol>\n<li>first</li>")
                .contains("<li class=\"done\">", "<span class=\"aside\">open: </span>open</li>");
    }

    @Test
    void everyElementThatIsOpenedIsClosed() {
        var html = Html.text(DOCUMENT);
        for (var element : List.of(
                "html", "head", "style", "body", "main", "section", "div", "table", "thead", "tbody", "tr", "th", "td",
                "ul", "ol", "li", "p", "h1", "h2", "h3", "span", "a", "caption")) {
            assertThat(count(html, "<" + element + "[ >]")).as(element).isEqualTo(count(html, "</" + element + ">"));
        }
    }

    private static long count(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }

    @Test
    void jsonHasTheDocumentedKeysAndNullForUnknownValues() throws Exception {
        var json = new ObjectMapper().readTree(Json.text(DOCUMENT));

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "title",
                        "standard",
                        "namespace",
                        "deployments",
                        "at",
                        "score",
                        "scoreInWords",
                        "coverage",
                        "verdict",
                        "formula",
                        "rows",
                        "checks",
                        "sections");
        assertThat(json.at("/score").decimalValue()).isEqualByComparingTo("68.33");
        assertThat(json.at("/rows/0/weight").asInt()).isEqualTo(2);
        assertThat(json.at("/rows/1/score").isNull()).isTrue();
        assertThat(json.at("/rows/1/weight").isNull()).isTrue();
        assertThat(json.at("/sections/0/blocks/0/columns")).hasToString("[\"Name\",\"Number\"]");
        assertThat(json.at("/sections/0/blocks/0/rows/0/1/tone").asText()).isEqualTo("Good");
        assertThat(json.at("/sections/0/blocks/0/rows/1/0/link").asText()).isEqualTo("https://x.example/a(b)|c");
        assertThat(json.at("/sections/1/blocks").findValuesAsText("type"))
                .containsExactly("heading", "heading", "paragraph", "paragraph", "label", "list", "steps", "checklist");
        assertThat(json.at("/sections/1/blocks/7/items/1/done").asBoolean(true)).isFalse();
        assertThat(json.at("/sections/1/blocks/3").has("link")).isFalse();
    }

    @Test
    void aRowHasAsManyCellsAsThereAreColumns() {
        assertThatThrownBy(() ->
                        Block.table("Some table", List.of("a", "b"), List.of(Block.row(DocumentText.of("only one")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Some table has 2 columns");
    }
}
