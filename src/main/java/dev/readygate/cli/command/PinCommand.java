package dev.readygate.cli.command;

import dev.readygate.api.v1alpha1.BaselineStatus;
import dev.readygate.api.v1alpha1.ReadinessEvidence;
import dev.readygate.cli.cluster.CommandRefused;
import dev.readygate.cli.cluster.Session;
import dev.readygate.cli.plan.ObjectName;
import dev.readygate.cli.report.PinnedBaseline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "pin",
        description = {
            "Give a Deployment's baseline a name. Reports list it with its image digests and compare what runs with it, and"
                    + " undo goes back to it by that name. It is evidence of type baseline, and takes the right to create"
                    + " ReadinessEvidence."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubectl readygate pin cart v1.0-prod-baseline --database 'run migrate down to 42'",
            "  kubectl readygate undo cart --to v1.0-prod-baseline"
        })
final class PinCommand extends Verb {
    @Parameters(index = "0", paramLabel = "DEPLOYMENT", description = "Its name.")
    private String name;

    @Parameters(index = "1", paramLabel = "BASELINE", description = "What the baseline is called from now on.")
    private String baseline;

    @Option(
            names = "--database",
            paramLabel = "TEXT",
            description = "What has to be done to the database to go back to it.")
    private String database;

    @Mixin
    private Creation creation;

    @Override
    int run(Session session) {
        asTyped(() -> TypedNames.baseline(baseline));
        var status = Optional.ofNullable(session.reported(name).baseline())
                .filter(it -> !it.unproven())
                .orElseThrow(() -> new CommandRefused(
                        "%s has no verified baseline yet, so there is nothing to pin.".formatted(name)));
        var made = creation.make(session, evidence(session, status));
        say(creation.isForPeople() ? told(status, made) : creation.shown(List.of(made)));
        return DONE;
    }

    private ReadinessEvidence evidence(Session session, BaselineStatus status) {
        var evidence = new ReadinessEvidence();
        evidence.setMetadata(
                creation.metadata(session, where.namespace(), ObjectName.of(Instant.now(), name, PinnedBaseline.TYPE)));
        evidence.setSpec(PinnedBaseline.of(name, status, baseline, Optional.ofNullable(database)));
        return evidence;
    }

    private String told(BaselineStatus status, ReadinessEvidence made) {
        return "Revision %s of %s (%s) is %s. It is evidence %s."
                .formatted(
                        status.hash(),
                        name,
                        String.join(", ", status.images()),
                        baseline,
                        made.getMetadata().getName());
    }
}
