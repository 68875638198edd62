package dev.readygate.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.cli.document.Document;
import dev.readygate.cli.document.Html;
import dev.readygate.cli.document.Json;
import dev.readygate.cli.document.Markdown;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The drawings of an HTML report. */
class PicturesTest {

    private static String html(DocumentSources sources, String title) {
        var document = Shop.document(sources);
        var section = document.sections().stream()
                .filter(it -> it.title().equals(title))
                .toList();
        return Html.text(new Document("", document.result(), section));
    }

    @Test
    void theRowsAreBarsWithAMarkAtTheTarget() {
        assertThat(html(Shop.cart(), "Summary"))
                .contains("role=\"img\" aria-label=\"The overall score and the rows as bars from 0 to 10 / 10")
                .contains("<span class=\"name\">Overall: GO WITH GAPS</span>")
                .containsPattern(bar("Reliability", "good", 100))
                .containsPattern(bar("Quality", "bad", 50))
                .contains("<line class=\"target\" x1=\"80\" x2=\"80\"")
                .containsPattern("Afterwards</span><svg[^>]*><rect class=\"track\"[^>]*/><line")
                .contains("<span class=\"tone unknown\">no data</span>");
    }

    private static Pattern bar(String name, String tone, int width) {
        return Pattern.compile("%s</span><svg[^>]*><rect class=\"track\"[^>]*/><rect class=\"fill %s\" width=\"%d\""
                .formatted(name, tone, width));
    }

    @Test
    void theScoreIsALineWithRolloutsAsMarks() {
        var withOne = Shop.cart(it -> it.replace("2026-11-01T10:00:00Z\", minutes", "2026-11-19T10:00:00Z\", minutes"));

        assertThat(html(withOne, "Scores day by day"))
                .contains("The score of cart from 2026-11-19 to 2026-11-20, with its rollouts as marks")
                .contains("viewBox=\"0 0 1 100\"", "<polyline points=\"0,21 1,26\"/>", "y1=\"20\" y2=\"20\"")
                .contains("<line class=\"event good\" x1=\"0\"", "<title>2026-11-19 1.4.0 Promoted</title>")
                .doesNotContain("Withdrawn");
        assertThat(html(Shop.cart(it -> it.replace(", {day: \"2026-11-19\", score: 79}", "")), "Scores day by day"))
                .contains("<polyline points=\"0,26 1,26\"/>");
    }

    @Test
    void budgetsAreBarsAndAnOverspentOneIsEmpty() {
        assertThat(html(Shop.cart(), "Service level objectives"))
                .containsPattern(bar("latency", "good", 82))
                .containsPattern(bar("overspent", "bad", 0))
                .contains("budget left: unknown");
        assertThat(html(Shop.whole(), "Service level objectives"))
                .contains("<span class=\"name\">cart: latency</span>");
    }

    @Test
    void deliveryHasALevelForEachNumberAndOneForAll() {
        assertThat(html(Shop.cart(), "Delivery performance (DORA)"))
                .contains("cart as a whole is Low, the level of its weakest number: Rework rate."
                        + " 4 of 5 numbers have a level yet.")
                .containsPattern(bar("Lead time for changes", "good", 100))
                .containsPattern(bar("Deployment frequency", "warning", 50));
        assertThat(Shop.section(Shop.cart(it -> it.replaceAll(", level: \\w+", "")), "Delivery performance (DORA)"))
                .contains("cart has too few deployments for a level.");
    }

    @Test
    void namesAreEscapedAndOtherFormatsHaveNoDrawings() {
        var nasty = Shop.cart(
                it -> it.replace("name: reliability, title: Reliability", "name: reliability, title: \"<b>&\""));

        assertThat(html(nasty, "Summary")).contains("<span class=\"name\">&lt;b&gt;&amp;</span>");
        assertThat(Markdown.text(Shop.document(nasty))).doesNotContain("<svg", "\n\n\n");
        assertThat(Json.text(Shop.document(nasty))).doesNotContain("svg", "{ }");
    }
}
