package dev.readygate.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.cli.cluster.CommandRefused;
import dev.readygate.cli.cluster.RawKinds;
import dev.readygate.cli.cluster.Session;
import dev.readygate.cli.plan.RevisionDecision;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes a decision about the revision in the report: an annotation that names it, so that it counts for no other. */
abstract class DecideCommand extends Verb {
    @Parameters(paramLabel = "DEPLOYMENT", description = "Its name.")
    private String name;

    private final RevisionDecision wish;

    DecideCommand(RevisionDecision wish) {
        this.wish = wish;
    }

    @Override
    final int run(Session session) {
        var known = session.known(name);
        wish.objection(known).ifPresent(it -> {
            throw new CommandRefused(it);
        });
        var revision = known.current()
                .map(ReadinessReportStatus::revision)
                .orElseThrow()
                .hash();
        write(session, revision);
        say("%s: %s revision %s. Next: kubectl readygate wait %s"
                .formatted(name, said(), revision, known.declared().name().typed()));
        return DONE;
    }

    private void write(Session session, String revision) {
        var patch = JsonNodeFactory.instance.objectNode();
        patch.putObject("metadata").putObject("annotations").put(wish.annotation(), revision);
        session.named(RawKinds.DEPLOYMENT, name).patch(Session.patching(PatchType.JSON_MERGE), patch.toString());
    }

    abstract String said();

    @Command(
            name = "retry",
            description = "Try a withdrawn release once more, as it is. It takes the right to edit the Deployment.",
            footerHeading = "%nExamples:%n",
            footer = "  kubectl readygate retry cart")
    static final class RetryCommand extends DecideCommand {
        RetryCommand() {
            super(RevisionDecision.Retry);
        }

        @Override
        String said() {
            return "asked to try once more";
        }
    }

    @Command(
            name = "proceed",
            description = {
                "Let the release through the gates it waits at, whatever their checks say. It takes the verb proceed on"
                        + " readinessreports, too."
            },
            footerHeading = "%nExamples:%n",
            footer = "  kubectl readygate proceed cart")
    static final class Proceed extends DecideCommand {
        Proceed() {
            super(RevisionDecision.Proceed);
        }

        @Override
        String said() {
            return "asked to let through";
        }
    }

    @Command(
            name = "reject",
            description = {
                "Turn the release away that waits at a gate, whatever its checks say. It takes the verb reject on"
                        + " readinessreports, too."
            },
            footerHeading = "%nExamples:%n",
            footer = "  kubectl readygate reject cart")
    static final class Reject extends DecideCommand {
        Reject() {
            super(RevisionDecision.Reject);
        }

        @Override
        String said() {
            return "asked to turn away";
        }
    }
}
