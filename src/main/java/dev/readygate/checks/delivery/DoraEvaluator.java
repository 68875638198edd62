package dev.readygate.checks.delivery;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.DoraCheck;
import dev.readygate.api.v1alpha1.DoraCheck.DoraMetric;
import dev.readygate.api.v1alpha1.DoraLevel;
import dev.readygate.api.v1alpha1.ReadinessDuration;
import dev.readygate.checks.AdmitDenial;
import dev.readygate.checks.Check;
import dev.readygate.checks.CheckType;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.Subject;
import dev.readygate.dora.DoraNumbers;
import dev.readygate.dora.Levels;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A delivery number against a limit. It is about how people deliver, not about the revision at hand: at a gate it holds,
 * and takes nothing back.
 */
public record DoraEvaluator(CheckSpec spec, DoraCheck asked) implements Check {
    public static final CheckType<DoraCheck> TYPE =
            CheckType.of(DoraCheck.class, DoraEvaluator::new).mistakes((_, dora) -> mistake(dora));

    static Optional<String> mistake(DoraCheck asked) {
        if (asked.metric() == DoraMetric.RollbackTime && asked.level() != null) {
            return Optional.of("RollbackTime has no level: give within");
        }
        return asked.window().toDuration().compareTo(DoraNumbers.LONGEST) > 0
                ? Optional.of("rollouts are counted for %s only: set window to that or less"
                        .formatted(ReadinessDuration.of(DoraNumbers.LONGEST)))
                : Optional.empty();
    }

    /** The number to compare, in words, and its level. */
    private record DoraReading(double number, String words, Optional<DoraLevel> level) {
        DoraReading(double number, String words, DoraLevel level) {
            this(number, words, Optional.of(level));
        }

        boolean reaches(DoraLevel wanted) {
            return level.filter(it -> it.compareTo(wanted) <= 0).isPresent();
        }

        String leveled() {
            return words + level.map(" (%s)"::formatted).orElse("");
        }
    }

    @Override
    public boolean healsByItself() {
        return true;
    }

    @Override
    public Optional<AdmitDenial> denialAtAdmit(Finding failing) {
        var why = "%s over %s is not as expected; needed: %s".formatted(asked.metric(), asked.window(), limit());
        return Optional.of(new AdmitDenial(why, Optional.empty()));
    }

    /** Days leave the window at midnight. */
    @Override
    public Optional<Instant> changesAt(Subject subject) {
        var today = LocalDate.ofInstant(subject.world().at(), ZoneOffset.UTC);
        return Optional.of(today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @Override
    public Finding evaluate(Subject subject) {
        var world = subject.world();
        var numbers = DoraNumbers.of(List.of(world.delivered()), asked.window().toDuration(), world.at());
        if (numbers.changes() == 0) {
            return missing(FindingReason.NoRollouts, "no rollouts are recorded over %s yet".formatted(asked.window()));
        }
        return numbers.changes() < asked.minDeployments()
                ? missing(FindingReason.TooFewRollouts, tooFew(numbers.changes(), "rollouts"))
                : compare(numbers);
    }

    private Finding compare(DoraNumbers numbers) {
        return switch (asked.metric()) {
            case DeploymentFrequency ->
                judge(new DoraReading(
                        numbers.perDay(),
                        String.format(Locale.ROOT, "%.2f a day", numbers.perDay()),
                        numbers.frequency()));
            case LeadTime ->
                numbers.leadTime()
                        .filter(_ -> numbers.leadTimes().size() >= asked.minDeployments())
                        .map(it -> judge(time(it, Levels.leadTime(it))))
                        .orElseGet(() -> missing(
                                FindingReason.NoCommitTimes,
                                tooFew(numbers.leadTimes().size(), "rollouts with a known time of their commit")));
            case ChangeFailureRate -> judge(share(numbers.changeFailureRate().orElseThrow()));
            case RecoveryTime ->
                numbers.recoveryTime()
                        .map(it -> judge(time(it, Levels.recovery(it))))
                        .orElseGet(() -> missing(
                                FindingReason.NothingFailed, "nothing had to be recovered over " + asked.window()));
            case ReworkRate ->
                numbers.deployments() < asked.minDeployments()
                        ? missing(FindingReason.TooFewRollouts, tooFew(numbers.deployments(), "verified rollouts"))
                        : judge(share(numbers.reworkRate().orElseThrow()));
            case RollbackTime ->
                numbers.rollbackTime()
                        .map(it -> judge(new DoraReading(it.toSeconds(), words(it), Optional.empty())))
                        .orElseGet(() -> missing(
                                FindingReason.NothingFailed,
                                "nothing that took traffic was taken back over " + asked.window()));
        };
    }

    private static DoraReading time(Duration median, DoraLevel level) {
        return new DoraReading(median.toSeconds(), words(median), level);
    }

    private static String words(Duration time) {
        return ReadinessDuration.of(time).toString();
    }

    private static DoraReading share(double percent) {
        return new DoraReading(percent, String.format(Locale.ROOT, "%.1f%%", percent), Levels.share(percent));
    }

    private String tooFew(int count, String what) {
        return "%d %s over %s, and it takes %d".formatted(count, what, asked.window(), asked.minDeployments());
    }

    private Finding judge(DoraReading seen) {
        boolean passes = asked.level() == null ? passes(seen.number()) : seen.reaches(asked.level());
        var words = asked.level() == null ? seen.words() : seen.leveled();
        return new Finding(
                spec.name(),
                passes ? FindingReason.WithinLimits : FindingReason.BeyondLimits,
                "%s over %s is %s, expected %s".formatted(asked.metric(), asked.window(), words, limit()),
                new Measured(words, limit()),
                Optional.empty());
    }

    private boolean passes(double number) {
        if (asked.minPerDay() != null) {
            return number >= asked.minPerDay();
        }
        return asked.within() != null
                ? number <= asked.within().toDuration().toSeconds()
                : number <= asked.maxRate().percent().doubleValue();
    }

    private String limit() {
        if (asked.level() != null) {
            return "%s or better".formatted(asked.level());
        }
        if (asked.minPerDay() != null) {
            return "at least %s a day".formatted(asked.minPerDay());
        }
        return "at most " + (asked.within() != null ? asked.within() : asked.maxRate());
    }

    private Finding missing(FindingReason reason, String message) {
        return new Finding(spec.name(), reason, message, Measured.NOTHING, Optional.empty());
    }
}
