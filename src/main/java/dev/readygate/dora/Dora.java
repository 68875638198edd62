package dev.readygate.dora;

import dev.readygate.api.v1alpha1.DoraLevel;
import dev.readygate.api.v1alpha1.DoraStatus;
import dev.readygate.api.v1alpha1.DoraStatus.DoraNumber;
import dev.readygate.api.v1alpha1.DoraStatus.DoraTime;
import dev.readygate.api.v1alpha1.ReadinessDuration;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.facts.Delivered;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/** The delivery numbers for display, of one Deployment or of several together. */
public final class Dora {
    /** A level from fewer values would be chance. */
    public static final int LEAST = 5;

    private Dora() {}

    /** Of several Deployments, by their reports. */
    public static DoraStatus sum(List<ReadinessReportStatus> reports, Instant at) {
        return of(reports.stream().map(Days::of).toList(), at);
    }

    public static DoraStatus of(List<Delivered> delivered, Instant at) {
        var numbers = DoraNumbers.of(delivered, DoraNumbers.LONGEST, at);
        return new DoraStatus(
                ReadinessDuration.of(DoraNumbers.LONGEST),
                numbers.since().map(it -> it.truncatedTo(ChronoUnit.SECONDS)).orElse(null),
                LocalDate.ofInstant(at, ZoneOffset.UTC),
                numbers.deployments(),
                numbers.outcomes().prevented(),
                number(OptionalDouble.of(numbers.perDay()), numbers.deployments(), _ -> numbers.frequency(), 100),
                time(numbers.leadTime(), numbers.leadTimes().size(), Levels::leadTime),
                number(numbers.changeFailureRate(), numbers.changes(), Levels::share, 10),
                time(numbers.recoveryTime(), numbers.recoveries().size(), Levels::recovery),
                number(numbers.reworkRate(), numbers.deployments(), Levels::share, 10),
                time(numbers.rollbackTime(), numbers.rollbacks().size(), _ -> null));
    }

    /** The day is the same, and neither is the first count. */
    public static boolean isOfTheSameDay(DoraStatus before, DoraStatus now) {
        return Objects.equals(before.day(), now.day()) && (before.since() == null) == (now.since() == null);
    }

    /** @param parts into how many parts one is cut for display; the level is that of the exact number */
    private static DoraNumber number(OptionalDouble value, int count, DoubleFunction<DoraLevel> level, double parts) {
        return value.isPresent()
                ? new DoraNumber(
                        Math.rint(value.getAsDouble() * parts) / parts,
                        count < LEAST ? null : level.apply(value.getAsDouble()),
                        count)
                : new DoraNumber(null, null, count);
    }

    private static DoraTime time(Optional<Duration> value, int count, Function<Duration, DoraLevel> level) {
        return new DoraTime(
                value.map(ReadinessDuration::of).orElse(null),
                value.filter(_ -> count >= LEAST).map(level).orElse(null),
                count);
    }
}
