package dev.readygate.cli.command;

import dev.readygate.cli.cluster.QueryFailed;
import dev.readygate.cli.cluster.Session;
import dev.readygate.cli.command.StatusCommand.StatusOutput;
import dev.readygate.cli.text.BaselineText;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "baseline",
        description = "The last known-good revision, what has changed since it was verified, and how to go back to it.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubectl readygate baseline cart", "  kubectl readygate baseline cart -o yaml"})
final class BaselineCommand extends Verb {
    @Parameters(paramLabel = "DEPLOYMENT", description = "Its name.")
    private String name;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "table, json or yaml; the last two print the baseline itself.")
    private StatusOutput output = StatusOutput.table;

    @Override
    int run(Session session) {
        var report = session.reported(name);
        if (report.baseline() == null) {
            throw new QueryFailed("%s in namespace %s has no baseline yet: nothing of it was verified"
                    .formatted(name, session.namespace()));
        }
        say(
                switch (output) {
                    case json, yaml -> Printed.of(session, report.baseline(), output);
                    case table, wide ->
                        new BaselineText(session.known(name).declared(), report, Instant.now(), colours()).text();
                });
        return DONE;
    }
}
