package dev.readygate.signals.prometheus;

import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Counters and a histogram of a bit more than an hour, every 15 seconds, from a fixed seed. */
record Recording(Instant now) {
    private static final int STEP = 15;
    private static final List<String> OWNERS = List.of("shop/cart", "shop/cart-db", "bank/cart");
    private static final List<String> PODS = List.of("7c9d6b5f4b-x2x9z", "56fd9b6986-b7c8d");
    private static final List<String> BOUNDS = List.of("0.1", "0.5", "+Inf");

    String text() {
        var text = new StringBuilder();
        text.append("# TYPE requests counter\n");
        each((labels, seed) -> {
            counter(text, "requests_total{%s,code=\"200\"}".formatted(labels), seed, 40);
            if (seed % 3 != 2) {
                counter(text, "requests_total{%s,code=\"500\"}".formatted(labels), seed + 1, 3);
            }
        });
        text.append("# TYPE took histogram\n");
        for (int i = 0; i < BOUNDS.size(); i++) {
            int most = 10 * (i + 1);
            var bound = BOUNDS.get(i);
            each((labels, seed) -> counter(text, "took_bucket{%s,le=\"%s\"}".formatted(labels, bound), seed, most));
        }
        text.append("# TYPE memory gauge\n");
        each((labels, seed) -> gauge(text, "memory{%s}".formatted(labels), seed));
        return text.append("# EOF\n").toString();
    }

    private interface RecordedSeries {
        void add(String labels, int seed);
    }

    private void each(RecordedSeries series) {
        int seed = 0;
        for (var owner : OWNERS) {
            var parts = owner.split("/");
            for (var pod : PODS) {
                series.add(
                        "namespace=\"%s\",deployment=\"%s\",pod=\"%s-%s\"".formatted(parts[0], parts[1], parts[1], pod),
                        seed++);
            }
        }
    }

    private void counter(StringBuilder text, String series, int seed, int most) {
        var random = new Random(seed);
        long count = 0;
        for (long at = now.getEpochSecond() - 4200; at < now.getEpochSecond(); at += STEP) {
            count += random.nextInt(most + 1);
            text.append("%s %d %d\n".formatted(series, count, at));
        }
    }

    private void gauge(StringBuilder text, String series, int seed) {
        var random = new Random(seed);
        for (long at = now.getEpochSecond() - 600; at < now.getEpochSecond(); at += STEP) {
            text.append("%s %d %d\n".formatted(series, random.nextInt(1000), at));
        }
    }
}
