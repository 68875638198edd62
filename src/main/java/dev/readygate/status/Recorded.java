package dev.readygate.status;

import dev.readygate.api.v1alpha1.DeliveryDay;
import dev.readygate.api.v1alpha1.DoraStatus;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.dora.Days;
import dev.readygate.dora.Dora;
import dev.readygate.facts.Delivered;
import dev.readygate.history.DailyCounts;
import dev.readygate.history.HistoryInput;
import dev.readygate.history.RolloutHistory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The rollouts in the report, and the delivery numbers computed from them. */
record Recorded(Report report, RolloutHistory rollouts, Delivered delivered) {

    static Recorded of(Report report) {
        var look = new HistoryInput(
                report.previous(),
                report.world(),
                report.decision(),
                report.agreement().enforced(),
                Optional.ofNullable(ReportComposer.floor(report.card().score())));
        var rollouts = RolloutHistory.of(look);
        var before = Remembered.delivered(report.previous());
        var since = before.since().orElseGet(() -> report.world().at().truncatedTo(ChronoUnit.SECONDS));
        var days = new DailyCounts(look, rollouts).days(before.days());
        return new Recorded(report, rollouts, new Delivered(Optional.of(since), days));
    }

    List<DeliveryDay> deliveries() {
        return delivered.days().stream().map(Days::written).toList();
    }

    /** Computed once a day, and when a rollout is counted: a number that changes only with the clock is no news. */
    DoraStatus dora() {
        var today = LocalDate.ofInstant(report.world().at(), ZoneOffset.UTC);
        return report.previous()
                .filter(it -> it.deliveries().equals(deliveries()))
                .map(ReadinessReportStatus::dora)
                .filter(it -> today.equals(it.day()))
                .orElseGet(() -> Dora.of(List.of(delivered), report.world().at()));
    }
}
