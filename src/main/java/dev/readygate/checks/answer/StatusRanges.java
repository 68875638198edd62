package dev.readygate.checks.answer;

import java.util.Arrays;
import java.util.List;

/** HTTP status codes as users write them: {@code 200-299, 404}. */
public record StatusRanges(String text, List<Range> ranges) {
    public StatusRanges {
        ranges = List.copyOf(ranges);
    }

    public record Range(int from, int to) {}

    public static StatusRanges parse(String text) {
        var ranges = Arrays.stream(text.split(",")).map(StatusRanges::range).toList();
        return new StatusRanges(text, ranges);
    }

    private static Range range(String part) {
        var bounds = part.strip().split("-");
        int from = Integer.parseInt(bounds[0].strip());
        return new Range(from, bounds.length == 1 ? from : Integer.parseInt(bounds[1].strip()));
    }

    public boolean contain(int status) {
        return ranges.stream().anyMatch(it -> it.from() <= status && status <= it.to());
    }
}
