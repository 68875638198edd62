package dev.readygate.cli.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An effort as people write it: {@code 3d}, {@code 1 week} or {@code 2-4 weeks}.
 *
 * @param least the lower end of a range; otherwise as {@code most}
 */
record Effort(BigDecimal least, BigDecimal most, EffortUnit unit) {
    private static final Pattern WRITTEN = Pattern.compile(
            "(?<least>\\d{1,4}(?:\\.\\d{1,2})?)(?:\\s*(?:-|–|to)\\s*(?<most>\\d{1,4}(?:\\.\\d{1,2})?))?\\s*(?<unit>[a-z]+)");

    /** From the largest to the smallest. A month is 30 days on the calendar. */
    enum EffortUnit {
        Month("mo", "month", "months", Duration.ofDays(30)),
        Week("w", "week", "weeks", Duration.ofDays(7)),
        Day("d", "day", "days", Duration.ofDays(1)),
        Hour("h", "hour", "hours", Duration.ofHours(1));

        private final String brief;
        private final String one;
        private final String several;
        private final Duration onTheCalendar;

        EffortUnit(String brief, String one, String several, Duration onTheCalendar) {
            this.brief = brief;
            this.one = one;
            this.several = several;
            this.onTheCalendar = onTheCalendar;
        }

        String times(BigDecimal count) {
            return count.compareTo(BigDecimal.ONE) == 0 ? one : several;
        }

        private boolean isWritten(String unit) {
            return unit.equals(brief) || unit.equals(one) || unit.equals(several);
        }
    }

    static Optional<Effort> of(String text) {
        var found = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!found.matches()) {
            return Optional.empty();
        }
        var least = new BigDecimal(found.group("least"));
        var most = Optional.ofNullable(found.group("most")).map(BigDecimal::new).orElse(least);
        return Arrays.stream(EffortUnit.values())
                .filter(it -> it.isWritten(found.group("unit")))
                .findFirst()
                .map(it -> new Effort(least.min(most), least.max(most), it));
    }

    /** How long it takes at most, where work begins at once and never rests. */
    Duration atMost() {
        return Duration.ofSeconds(most.multiply(BigDecimal.valueOf(unit.onTheCalendar.toSeconds()))
                .longValue());
    }

    Effort plus(Effort other) {
        return new Effort(least.add(other.least), most.add(other.most), unit);
    }

    @Override
    public String toString() {
        var from = least.stripTrailingZeros().toPlainString();
        var to = most.stripTrailingZeros().toPlainString();
        return (from.equals(to) ? to : from + " to " + to) + " " + unit.times(most);
    }
}
