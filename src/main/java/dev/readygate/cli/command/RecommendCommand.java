package dev.readygate.cli.command;

import dev.readygate.api.v1alpha1.ReadinessReport;
import dev.readygate.cli.cluster.Session;
import dev.readygate.cli.plan.DeclaredDeployment.DeploymentName;
import dev.readygate.cli.text.Recommendations;
import dev.readygate.cli.text.Recommendations.ReportedStatus;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "recommend",
        description = {
            "Which service level objectives what was attained would support: the strictest usual one that would have"
                    + " left a quarter of its error budget. It prints the lines to change, and changes nothing."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  kubectl readygate recommend", "  kubectl readygate recommend cart"})
final class RecommendCommand extends Verb {
    @Parameters(paramLabel = "DEPLOYMENT", arity = "0..*", description = "Only of these.")
    private List<String> names = List.of();

    @Override
    int run(Session session) {
        names.forEach(session::deployment);
        var reports = session.client()
                .resources(ReadinessReport.class)
                .inNamespace(session.namespace())
                .list();
        say(Recommendations.of(
                reports.getItems().stream()
                        .filter(it -> it.getStatus() != null)
                        .map(it -> new ReportedStatus(
                                new DeploymentName(
                                        session.namespace(), it.getMetadata().getName()),
                                it.getStatus()))
                        .filter(it ->
                                names.isEmpty() || names.contains(it.name().deployment()))
                        .sorted(Comparator.comparing(it -> it.name().deployment()))
                        .toList(),
                colours()));
        return DONE;
    }
}
