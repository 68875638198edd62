package dev.readygate.signals.prometheus;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Random queries about one Deployment of the kinds that can be asked about all Deployments at once. */
record Queries(Random random) {

    List<String> some(int count) {
        return IntStream.range(0, count).mapToObj(i -> one()).distinct().toList();
    }

    private String one() {
        var whose = any(
                "namespace=\"{{namespace}}\",deployment=\"{{deployment}}\"",
                "namespace=\"{{namespace}}\",pod=~\"{{pods}}\"");
        return switch (random.nextInt(6)) {
            case 0 -> summed(whose) + " or vector(0)";
            case 1 -> series(whose);
            case 2 -> "(%s or vector(%d)) / %s".formatted(summed(whose), random.nextInt(3), summed(whose));
            case 3 ->
                "histogram_quantile(0.%d, sum by (le) (rate(took_bucket{%s}[{{window}}])))"
                        .formatted(1 + random.nextInt(9), whose);
            case 4 -> "%s by (code) (%s)".formatted(any("sum", "max", "avg"), series(whose));
            default -> arithmetic(whose, 2);
        };
    }

    private String arithmetic(String whose, int depth) {
        if (depth == 0) {
            return any(summed(whose), summed(whose), "" + (1 + random.nextInt(5)) + ".5");
        }
        return "(%s %s %s)".formatted(summed(whose), any("+", "-", "*", "/", ">", "<="), arithmetic(whose, depth - 1));
    }

    private String summed(String whose) {
        return "%s(%s)".formatted(any("sum", "min", "max", "avg", "count", "stddev"), series(whose));
    }

    private String series(String whose) {
        return switch (random.nextInt(4)) {
            case 0 -> "rate(requests_total{%s,code=~\"%s\"}[{{window}}])".formatted(whose, any("5..", "2..", ".*"));
            case 1 -> "increase(requests_total{%s}[5m])".formatted(whose);
            case 2 -> "memory{%s}".formatted(whose);
            default -> "clamp_max(memory{%s} * 2, 900)".formatted(whose);
        };
    }

    private String any(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
