package dev.readygate.cli.document;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Numbers as a drawing. The text beside it says the same, so formats without drawings leave it out. */
public sealed interface Picture {
    /** What it shows, for people who do not see it. */
    String title();

    /** Bars from 0 to 100 below each other; one of them may stand for the whole. */
    record Bars(String title, Optional<Bar> total, List<Bar> bars) implements Picture {
        public Bars {
            requireNonNull(title, "title");
            requireNonNull(total, "total");
            bars = List.copyOf(bars);
        }

        public static Bars of(String title, List<Bar> bars) {
            return new Bars(title, Optional.empty(), bars);
        }
    }

    /**
     * @param filled 0 to 100; none where the number is unknown
     * @param target 0 to 100, where a mark stands
     */
    record Bar(String name, Optional<Integer> filled, Optional<Integer> target, DocumentText value) {
        public Bar {
            requireNonNull(name, "name");
            filled = filled.map(it -> Math.clamp(it, 0, 100));
            target = target.map(it -> Math.clamp(it, 0, 100));
            requireNonNull(value, "value");
        }
    }

    /** A line from 0 to 100 over days, with a mark for each event. Points are in the order of days. */
    record Trend(String title, List<TrendPoint> points, List<TrendMark> marks, int target) implements Picture {
        public Trend {
            requireNonNull(title, "title");
            points = List.copyOf(points);
            marks = List.copyOf(marks);
        }
    }

    record TrendPoint(LocalDate day, int score) {}

    record TrendMark(LocalDate day, DocumentText event) {}
}
