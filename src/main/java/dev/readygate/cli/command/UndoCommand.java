package dev.readygate.cli.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readygate.cli.cluster.CommandRefused;
import dev.readygate.cli.cluster.RawKinds;
import dev.readygate.cli.cluster.Revisions;
import dev.readygate.cli.cluster.Session;
import dev.readygate.cli.plan.ReportedDeployment;
import dev.readygate.cli.plan.WayBack;
import dev.readygate.cli.plan.WayBack.KeptRevision;
import dev.readygate.cli.plan.WayBack.UndoRequest;
import dev.readygate.cli.report.PinnedBaseline;
import dev.readygate.cli.report.PinnedBaseline.StatedPin;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "undo",
        description = {
            "Declare the last good revision again: the baseline if another release is on its way or held, otherwise the"
                    + " revision that was verified before. It writes the template of its ReplicaSet, as kubectl rollout"
                    + " undo does, and gets past a hold, as that cannot."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  kubectl readygate undo cart", "  kubectl readygate undo cart --to 7c76b4bd67"})
final class UndoCommand extends Verb {
    @Parameters(paramLabel = "DEPLOYMENT", description = "Its name.")
    private String name;

    @Option(
            names = "--to",
            paramLabel = "HASH|BASELINE",
            description = "To this revision, verified or not, or to a baseline that was pinned under this name.")
    private String wanted;

    @Override
    int run(Session session) {
        var deployment = session.deployment(name);
        var known = session.known(deployment);
        var revisions = Revisions.of(session, known.declared());
        var question =
                new UndoRequest(known, revisions.kept(), revisions.verified(), wanted(session, revisions.kept()));
        return switch (question.answer()) {
            case WayBack.NoWayBack it -> throw new CommandRefused(it.sentence());
            case WayBack.To it -> {
                write(session, deployment, revisions.template(it.revision()));
                tell(known, it.revision());
                yield DONE;
            }
        };
    }

    /** A revision's hash counts before a pinned baseline's name. */
    private Optional<String> wanted(Session session, List<KeptRevision> kept) {
        return Optional.ofNullable(wanted)
                .map(it -> kept.stream().anyMatch(revision -> revision.hash().equals(it))
                        ? it
                        : pinned(session, it).orElse(it));
    }

    private Optional<String> pinned(Session session, String baseline) {
        return PinnedBaseline.of(name, SourceLoader.statements(session))
                .map(StatedPin::pin)
                .filter(it -> it.name().equals(baseline))
                .map(PinnedBaseline::revision)
                .findFirst();
    }

    /** Writes only the version that the command read, so that it never overwrites a newer change. */
    private void write(Session session, GenericKubernetesResource deployment, Map<String, Object> template) {
        var patch = List.of(
                Map.of(
                        "op",
                        "test",
                        "path",
                        "/metadata/resourceVersion",
                        "value",
                        deployment.getMetadata().getResourceVersion()),
                Map.of("op", "replace", "path", "/spec/template", "value", template));
        session.named(RawKinds.DEPLOYMENT, name)
                .patch(
                        Session.patching(PatchType.JSON),
                        new ObjectMapper().valueToTree(patch).toString());
    }

    private void tell(ReportedDeployment known, KeptRevision revision) {
        say("%s: revision %s (%s) is declared again. Next: kubectl readygate wait %s"
                .formatted(
                        name,
                        revision.hash(),
                        String.join(", ", revision.images()),
                        known.declared().name().typed()));
        known.declared()
                .keeper()
                .ifPresent(it -> say("It is kept by %s, which will declare the other one again: change it there, too."
                        .formatted(it)));
    }
}
