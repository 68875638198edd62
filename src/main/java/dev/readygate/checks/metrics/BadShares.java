package dev.readygate.checks.metrics;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The bad share of each window. */
record BadShares(Map<Duration, BadShare> byWindow) {
    static BadShares of(List<Duration> windows, List<MetricAnswer> answers) {
        var shares = new HashMap<Duration, BadShare>();
        for (int i = 0; i < windows.size(); i++) {
            shares.put(windows.get(i), BadShare.of(answers.get(i)));
        }
        return new BadShares(shares);
    }

    BadShare over(Duration window) {
        return byWindow.get(window);
    }
}
