package dev.readygate.cli.text;

import dev.readygate.api.v1alpha1.DoraStatus;
import dev.readygate.api.v1alpha1.DoraStatus.DoraNumber;
import dev.readygate.api.v1alpha1.DoraStatus.DoraTime;

/**
 * The five delivery numbers, one line each, and what rollbacks took if there were any.
 *
 * @param about the Deployments that they are about
 */
public record DoraTable(String about, boolean colours) {

    public String text(DoraStatus dora) {
        var table = new TextTable("NUMBER", "VALUE", "LEVEL", "OF");
        number(table, "Deployment frequency", dora.perDay(), " a day");
        time(table, "Lead time, median", dora.leadTime());
        number(table, "Change failure rate", dora.changeFailureRate(), " %");
        time(table, "Recovery time, median", dora.recoveryTime());
        number(table, "Rework rate", dora.reworkRate(), " %");
        if (dora.rollbackTime() != null && dora.rollbackTime().value() != null) {
            time(table, "Rollback time, median", dora.rollbackTime());
        }
        return head(dora) + "\n" + table.text(colours);
    }

    private String head(DoraStatus dora) {
        var since = dora.since() == null ? "nothing is counted yet" : "counted since " + dora.since();
        return "%s, the last %s: %s, %s stopped before traffic; %s.\n"
                .formatted(about, dora.window(), some(dora.deployments(), "deployment"), dora.prevented(), since);
    }

    private static String some(int count, String what) {
        return count == 1 ? "1 " + what : "%d %ss".formatted(count, what);
    }

    private static void number(TextTable table, String name, DoraNumber number, String unit) {
        table.row(
                TableCell.plain(name),
                TableCell.plain(number.value() == null ? "unknown" : number.value() + unit),
                TableCell.plain(number.level()),
                TableCell.plain(number.count()));
    }

    private static void time(TextTable table, String name, DoraTime time) {
        table.row(
                TableCell.plain(name),
                TableCell.plain(time.value() == null ? "unknown" : time.value()),
                TableCell.plain(time.level()),
                TableCell.plain(time.count()));
    }
}
