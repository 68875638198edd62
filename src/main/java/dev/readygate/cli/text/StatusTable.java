package dev.readygate.cli.text;

import dev.readygate.api.v1alpha1.BaselineStatus;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.RevisionStatus;
import dev.readygate.cli.plan.Declared.Name;
import dev.readygate.cli.plan.Known;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One line for each report. */
public record StatusTable(Look look, Instant now, Columns columns) {
    public StatusTable(Look look, Instant now) {
        this(look, now, new Columns());
    }

    public record Look(boolean namespaces, boolean wide, boolean colours) {}

    /** A report as it was listed. */
    public record Listed(Name name, Instant since, ReadinessReportStatus status) {}

    public String text(List<Listed> reports) {
        var table = new Table(
                "NAMESPACE",
                "NAME",
                "PHASE",
                "VERDICT",
                "SCORE",
                "REVISION",
                "WAITING ON",
                "AGE",
                "COVERAGE",
                "BASELINE",
                "STATUS");
        reports.forEach(it -> table.row(cells(it)));
        return table.only(this::isShown).text(look.colours(), columns);
    }

    /** Of one more report, under the same head. */
    public String line(Listed report) {
        var lines = text(List.of(report));
        return lines.substring(lines.indexOf('\n') + 1);
    }

    private boolean isShown(int column) {
        return column == 0 ? look.namespaces() : column < 8 || look.wide();
    }

    private Cell[] cells(Listed report) {
        var status = report.status();
        return new Cell[] {
            Cell.plain(report.name().namespace()),
            Cell.plain(report.name().deployment()),
            Cell.word(status.phase()),
            Cell.word(status.verdict()),
            new Cell(Optional.ofNullable(status.score()).map(String::valueOf).orElse(""), Colour.of(status.grade())),
            Cell.plain(Optional.ofNullable(status.revision())
                    .map(RevisionStatus::hash)
                    .orElse(null)),
            Cell.plain(status.waitingOn()),
            Cell.plain(new Ages(now).since(report.since())),
            Cell.plain(status.coverage()),
            Cell.plain(Optional.ofNullable(status.baseline())
                    .map(BaselineStatus::hash)
                    .orElse(null)),
            Cell.plain(Known.sentence(status))
        };
    }
}
