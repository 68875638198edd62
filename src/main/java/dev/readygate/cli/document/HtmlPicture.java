package dev.readygate.cli.document;

import static java.util.stream.Collectors.joining;

import dev.readygate.cli.document.Picture.Bar;
import dev.readygate.cli.document.Picture.Bars;
import dev.readygate.cli.document.Picture.Trend;
import dev.readygate.cli.document.Picture.TrendMark;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Draws with inline SVG. Texts stand beside the SVG, not in it, so they keep their size and wrap on a narrow screen.
 */
final class HtmlPicture {
    private HtmlPicture() {}

    static String of(Picture picture) {
        return "<figure class=\"picture\" role=\"img\" aria-label=\"%s\">\n%s</figure>\n"
                .formatted(
                        Html.escaped(picture.title()),
                        switch (picture) {
                            case Bars it -> bars(it);
                            case Trend it -> trend(it);
                        });
    }

    private static String bars(Bars bars) {
        return bars.total().map(it -> bar("bar total", it)).orElse("")
                + bars.bars().stream().map(it -> bar("bar", it)).collect(joining());
    }

    private static String bar(String style, Bar bar) {
        return """
                <div class="%s"><span class="name">%s</span><svg viewBox="0 0 100 10" preserveAspectRatio="none" \
                aria-hidden="true"><rect class="track" width="100" height="10"/>%s%s</svg><span class="value">%s</span></div>
                """.formatted(
                style,
                Html.escaped(bar.name()),
                bar.filled()
                        .map(it ->
                                "<rect class=\"fill %s\" width=\"%d\" height=\"10\"/>".formatted(tone(bar.value()), it))
                        .orElse(""),
                bar.target()
                        .map(it -> "<line class=\"target\" x1=\"%1$d\" x2=\"%1$d\" y1=\"0\" y2=\"10\"/>".formatted(it))
                        .orElse(""),
                Html.cell(bar.value()));
    }

    private static String tone(DocumentText text) {
        return text.tone().name().toLowerCase(Locale.ROOT);
    }

    /** A day is one unit wide, and a point of the score one unit high. */
    private static String trend(Trend trend) {
        var first = trend.points().getFirst().day();
        var last = trend.points().getLast().day();
        long days = Math.max(1, ChronoUnit.DAYS.between(first, last));
        var line = trend.points().stream()
                .map(it -> x(first, it.day()) + "," + (100 - it.score()))
                .collect(joining(" "));
        return """
                <svg class="trend" viewBox="0 0 %1$d 100" preserveAspectRatio="none" aria-hidden="true">\
                <rect class="track" width="%1$d" height="100"/>\
                <line class="target" x1="0" x2="%1$d" y1="%2$d" y2="%2$d"/>%3$s<polyline points="%4$s"/></svg>
                <p class="axis"><span>%5$s</span><span>%6$s</span></p>
                """.formatted(
                days,
                100 - trend.target(),
                trend.marks().stream().map(it -> mark(first, it)).collect(joining()),
                trend.points().size() == 1
                        ? line + " 1," + (100 - trend.points().getFirst().score())
                        : line,
                Html.cell(DocumentText.of(first)),
                Html.cell(DocumentText.of(last)));
    }

    private static String mark(LocalDate first, TrendMark mark) {
        return "<line class=\"event %1$s\" x1=\"%2$d\" x2=\"%2$d\" y1=\"0\" y2=\"100\"><title>%3$s</title></line>"
                .formatted(
                        tone(mark.event()),
                        x(first, mark.day()),
                        Html.escaped(mark.day() + " " + mark.event().text()));
    }

    private static long x(LocalDate first, LocalDate day) {
        return ChronoUnit.DAYS.between(first, day);
    }
}
