package dev.readygate.cli.text;

import dev.readygate.api.v1alpha1.BaselineStatus;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.api.v1alpha1.RevisionStatus;
import dev.readygate.cli.plan.DeclaredDeployment.DeploymentName;
import dev.readygate.cli.plan.ReportedDeployment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One line for each report. */
public record StatusTable(TableOptions look, Instant now, Columns columns) {
    public StatusTable(TableOptions look, Instant now) {
        this(look, now, new Columns());
    }

    public record TableOptions(boolean namespaces, boolean wide, boolean colours) {}

    /** A report from a list. */
    public record Listed(DeploymentName name, Instant since, ReadinessReportStatus status) {}

    public String text(List<Listed> reports) {
        var table = new TextTable(
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

    /** The line of one more report, without the head. */
    public String line(Listed report) {
        var lines = text(List.of(report));
        return lines.substring(lines.indexOf('\n') + 1);
    }

    private boolean isShown(int column) {
        return column == 0 ? look.namespaces() : column < 8 || look.wide();
    }

    private TableCell[] cells(Listed report) {
        var status = report.status();
        return new TableCell[] {
            TableCell.plain(report.name().namespace()),
            TableCell.plain(report.name().deployment()),
            TableCell.word(status.phase()),
            TableCell.word(status.verdict()),
            new TableCell(
                    Optional.ofNullable(status.score()).map(String::valueOf).orElse(""), Colour.of(status.grade())),
            TableCell.plain(Optional.ofNullable(status.revision())
                    .map(RevisionStatus::hash)
                    .orElse(null)),
            TableCell.plain(status.waitingOn()),
            TableCell.plain(new Ages(now).since(report.since())),
            TableCell.plain(status.coverage()),
            TableCell.plain(Optional.ofNullable(status.baseline())
                    .map(BaselineStatus::hash)
                    .orElse(null)),
            TableCell.plain(ReportedDeployment.sentence(status))
        };
    }
}
