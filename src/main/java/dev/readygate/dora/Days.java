package dev.readygate.dora;

import dev.readygate.api.v1alpha1.DeliveryDay;
import dev.readygate.api.v1alpha1.DoraStatus;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.facts.Delivered;
import dev.readygate.facts.Delivered.Day;
import dev.readygate.facts.Delivered.RolloutCounts;
import java.util.Optional;

/** Converts between the daily counts and their form in a report. */
public final class Days {
    private Days() {}

    public static Delivered of(ReadinessReportStatus report) {
        return new Delivered(
                Optional.ofNullable(report.dora()).map(DoraStatus::since),
                report.deliveries().stream().map(Days::read).toList());
    }

    private static Day read(DeliveryDay day) {
        return new Day(
                day.day(),
                new RolloutCounts(day.verified(), day.failed(), day.undone(), day.prevented(), day.rework()),
                day.leadTimes(),
                day.recoveries(),
                day.rollbacks());
    }

    public static DeliveryDay written(Day day) {
        var outcomes = day.outcomes();
        return new DeliveryDay(
                day.day(),
                outcomes.verified(),
                outcomes.failed(),
                outcomes.undone(),
                outcomes.prevented(),
                outcomes.rework(),
                day.leadTimes(),
                day.recoveries(),
                day.rollbacks());
    }
}
