package dev.readygate.cli.command;

import dev.readygate.cli.cluster.CommandRefused;
import dev.readygate.cli.cluster.HoldRelease;
import dev.readygate.cli.cluster.Session;
import dev.readygate.cli.plan.OperatorSign;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "release",
        description = {
            "Let go of everything that is held, when the operator is gone and cannot: delete the namespace's GateBook,"
                    + " unpause what Readygate paused, open the gates of waiting pods. What was rejected rolls out then.",
            "It takes the verb release on gatebooks, and the right to patch Deployments and the status of pods."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubectl readygate release cart --yes",
            "  kubectl readygate release --yes",
            "  kubectl readygate release --yes --force"
        })
final class ReleaseCommand extends Verb {
    @Parameters(
            paramLabel = "DEPLOYMENT",
            arity = "0..1",
            description = "Only this one; what else is held stays paused until it is released, too.")
    private String name;

    @Option(names = "--yes", description = "Do it. Without it, this only says what would be done.")
    private boolean yes;

    @Option(
            names = "--force",
            description =
                    "Also while the operator seems to be alive, or it cannot be told; it may hold everything again.")
    private boolean force;

    @Override
    int run(Session session) {
        var release = new HoldRelease(session, Optional.ofNullable(name), this::say);
        if (!force) {
            refuseIfAlive(OperatorSign.of(release.lease(), Instant.now()));
        }
        if (!yes) {
            throw new CommandRefused(release.plan() + " Add --yes to do it.");
        }
        release.run();
        return DONE;
    }

    private static void refuseIfAlive(OperatorSign sign) {
        switch (sign) {
            case OperatorSign.Gone _ -> {}
            case OperatorSign.Alive it -> throw new CommandRefused(it.advice());
            case OperatorSign.Hidden it -> throw new CommandRefused(it.advice());
        }
    }
}
