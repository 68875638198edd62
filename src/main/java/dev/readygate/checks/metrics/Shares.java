package dev.readygate.checks.metrics;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The bad share of each window. */
record Shares(Map<Duration, Share> byWindow) {
    static Shares of(List<Duration> windows, List<MetricAnswer> answers) {
        var shares = new HashMap<Duration, Share>();
        for (int i = 0; i < windows.size(); i++) {
            shares.put(windows.get(i), Share.of(answers.get(i)));
        }
        return new Shares(shares);
    }

    Share over(Duration window) {
        return byWindow.get(window);
    }
}
