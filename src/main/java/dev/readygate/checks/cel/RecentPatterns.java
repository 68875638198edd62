package dev.readygate.checks.cel;

import com.google.re2j.Pattern;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The patterns compiled lately, as many as have so many instructions together: the least lately used are forgotten. */
final class RecentPatterns {
    private final Map<String, Pattern> latest = new LinkedHashMap<>(16, 0.75f, true);
    private final int most;
    private int instructions;

    RecentPatterns(int most) {
        this.most = most;
    }

    synchronized Optional<Pattern> get(String expression) {
        return Optional.ofNullable(latest.get(expression));
    }

    synchronized void put(Pattern pattern) {
        if (latest.putIfAbsent(pattern.pattern(), pattern) != null) {
            return;
        }
        instructions += pattern.programSize();
        for (var eldest = latest.values().iterator(); instructions > most; ) {
            instructions -= eldest.next().programSize();
            eldest.remove();
        }
    }

    synchronized int size() {
        return latest.size();
    }
}
