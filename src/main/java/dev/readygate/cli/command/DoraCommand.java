package dev.readygate.cli.command;

import dev.readygate.api.v1alpha1.ReadinessReport;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.cli.cluster.Session;
import dev.readygate.cli.command.StatusCommand.StatusOutput;
import dev.readygate.cli.text.DoraTable;
import dev.readygate.dora.Dora;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "dora",
        description =
                "The five delivery numbers of the last 90 days, each with its level and how many rollouts it rests"
                        + " on: of one Deployment, or of all in the namespace taken together.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubectl readygate dora cart", "  kubectl readygate dora", "  kubectl readygate dora -o json"})
final class DoraCommand extends Verb {
    @Parameters(paramLabel = "DEPLOYMENT", arity = "0..1", description = "Only this one.")
    private String name;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "table, json or yaml.")
    private StatusOutput output = StatusOutput.table;

    @Override
    int run(Session session) {
        var reports = name == null ? all(session) : List.of(session.reported(name));
        var dora = Dora.sum(reports, Instant.now());
        say(
                switch (output) {
                    case json, yaml -> Printed.of(session, dora, output);
                    case table, wide -> new DoraTable(about(session, reports), colours()).text(dora);
                });
        return DONE;
    }

    private String about(Session session, List<ReadinessReportStatus> reports) {
        var subject = reports.size() == 1 ? "1 Deployment" : reports.size() + " Deployments";
        return "%s in %s".formatted(name == null ? subject : name, session.namespace());
    }

    private static List<ReadinessReportStatus> all(Session session) {
        return session
                .client()
                .resources(ReadinessReport.class)
                .inNamespace(session.namespace())
                .list()
                .getItems()
                .stream()
                .map(ReadinessReport::getStatus)
                .filter(Objects::nonNull)
                .toList();
    }
}
