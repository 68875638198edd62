package dev.readygate.checks.window;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.WindowCheck;
import dev.readygate.checks.AdmitDenial;
import dev.readygate.checks.Check;
import dev.readygate.checks.CheckType;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.Subject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** The time is good. */
public record WindowEvaluator(CheckSpec spec, WindowCheck window) implements Check {
    public static final CheckType<WindowCheck> TYPE =
            CheckType.of(WindowCheck.class, WindowEvaluator::new).mistakes((_, window) -> mistake(window));

    private static final DateTimeFormatter THIS_WEEK = DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter LATER = DateTimeFormatter.ofPattern("EEEE uuuu-MM-dd HH:mm", Locale.ENGLISH);

    @Override
    public Finding evaluate(Subject subject) {
        var hours = hours();
        var now = subject.world().at();
        boolean open = hours.openAt(now);
        return new Finding(
                spec.name(),
                open ? FindingReason.Open : FindingReason.Closed,
                (open ? "open" : closed(hours, now)) + until(hours, now),
                new Measured(open ? "open" : "closed", hours.words()),
                Optional.empty());
    }

    @Override
    public Optional<Instant> changesAt(Subject subject) {
        return hours().changesAfter(subject.world().at());
    }

    @Override
    public boolean healsByItself() {
        return true;
    }

    @Override
    public Optional<AdmitDenial> denialAtAdmit(Finding failing) {
        return Optional.of(new AdmitDenial(failing.message(), Optional.empty()));
    }

    private OpeningHours hours() {
        return OpeningHours.of(window);
    }

    private static String closed(OpeningHours hours, Instant now) {
        return hours.forbiddenAt(now).map(it -> "closed for " + it.words()).orElse("closed");
    }

    private static String until(OpeningHours hours, Instant now) {
        return hours.changesAfter(now)
                .map(it -> " until " + words(it, now, hours.zone()))
                .orElse(hours.openAt(now) ? "" : " for more than a year");
    }

    private static String words(Instant then, Instant now, ZoneId zone) {
        var wall = then.atZone(zone);
        long days = ChronoUnit.DAYS.between(now.atZone(zone).toLocalDate(), wall.toLocalDate());
        return wall.format(days < 7 ? THIS_WEEK : LATER) + " " + zone;
    }

    /** Why the check is invalid. */
    static Optional<String> mistake(WindowCheck window) {
        try {
            ZoneId.of(window.zone());
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of("there is no time zone " + window.zone() + "; write a name as Europe/Berlin");
        }
    }
}
