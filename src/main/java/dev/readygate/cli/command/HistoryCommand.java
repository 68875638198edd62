package dev.readygate.cli.command;

import dev.readygate.cli.cluster.Session;
import dev.readygate.cli.command.StatusCommand.StatusOutput;
import dev.readygate.cli.text.HistoryTable;
import java.time.Instant;
import java.util.ArrayList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "history",
        description = "The last rollouts of a Deployment, the newest first: how each ended, who applied it, how long it"
                + " waited at each gate, and why.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubectl readygate history cart", "  kubectl readygate history cart -o yaml"})
final class HistoryCommand extends Verb {
    @Parameters(paramLabel = "DEPLOYMENT", description = "Its name.")
    private String name;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "table, wide, json or yaml.")
    private StatusOutput output = StatusOutput.table;

    @Override
    int run(Session session) {
        var report = session.reported(name);
        var all = new ArrayList<>(report.history());
        if (report.rollout() != null) {
            all.addFirst(report.rollout());
        }
        say(
                switch (output) {
                    case json, yaml -> Printed.of(session, all, output);
                    case table, wide ->
                        all.isEmpty()
                                ? "No rollout of %s is recorded yet.".formatted(name)
                                : new HistoryTable(Instant.now(), output == StatusOutput.wide, colours()).text(all);
                });
        return DONE;
    }
}
