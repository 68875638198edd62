package dev.readygate.cli.command;

import dev.readygate.api.v1alpha1.ReadinessReport;
import dev.readygate.cli.cluster.QueryFailed;
import dev.readygate.cli.cluster.RawReports;
import dev.readygate.cli.cluster.Session;
import dev.readygate.cli.plan.DeclaredDeployment.DeploymentName;
import dev.readygate.cli.text.Columns;
import dev.readygate.cli.text.StatusTable;
import dev.readygate.cli.text.StatusTable.Listed;
import dev.readygate.cli.text.StatusTable.TableOptions;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.net.HttpURLConnection;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "status",
        description = "One line for each Deployment that a policy meets: where its release is, and what it waits for.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubectl readygate status",
            "  kubectl readygate status -A -o wide",
            "  kubectl readygate status cart -o yaml",
            "  kubectl readygate status --watch"
        })
final class StatusCommand extends Verb {
    @Parameters(paramLabel = "DEPLOYMENT", arity = "0..*", description = "Only these.")
    private List<String> names = List.of();

    @Option(
            names = {"-A", "--all-namespaces"},
            description = "In all namespaces.")
    private boolean everywhere;

    @Option(
            names = {"-w", "--watch"},
            description = "Go on with a line for each change, until Ctrl-C.")
    private boolean watch;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "table, wide, json or yaml; the last two print the reports themselves.")
    private StatusOutput output = StatusOutput.table;

    /** The constants are spelled as users type them. */
    enum StatusOutput {
        table,
        wide,
        json,
        yaml
    }

    @Override
    int run(Session session) {
        try {
            return switch (output) {
                case json, yaml -> raw(session);
                case table, wide -> table(session);
            };
        } catch (KubernetesClientException failure) {
            throw failure.getCode() == HttpURLConnection.HTTP_NOT_FOUND
                    ? new QueryFailed("this cluster has no Readygate: its kinds are not installed")
                    : failure;
        }
    }

    private int raw(Session session) {
        say(Printed.of(session, RawReports.of(session, everywhere, names).whole(), output));
        return DONE;
    }

    private int table(Session session) {
        var reports = chosen(session).list().getItems().stream()
                .filter(this::isMeant)
                .map(StatusCommand::listed)
                .sorted(Comparator.comparing(
                        it -> it.name().namespace() + "/" + it.name().deployment()))
                .toList();
        if (reports.isEmpty() && !watch) {
            say("No Deployment %s is met by a policy.".formatted(where(session)));
            return DONE;
        }
        var columns = new Columns();
        say(new StatusTable(look(), Instant.now(), columns).text(reports));
        return watch ? new StatusWatch(this, session, columns).run() : DONE;
    }

    private String where(Session session) {
        var place = everywhere ? "of any namespace" : "in namespace " + session.namespace();
        return names.isEmpty() ? place : "named %s %s".formatted(String.join(" or ", names), place);
    }

    FilterWatchListDeletable<ReadinessReport, KubernetesResourceList<ReadinessReport>, Resource<ReadinessReport>>
            chosen(Session session) {
        var reports = session.client().resources(ReadinessReport.class);
        return everywhere ? reports.inAnyNamespace() : reports.inNamespace(session.namespace());
    }

    boolean isMeant(ReadinessReport report) {
        return report.getStatus() != null
                && (names.isEmpty() || names.contains(report.getMetadata().getName()));
    }

    TableOptions look() {
        return new TableOptions(everywhere, output == StatusOutput.wide, colours());
    }

    static Listed listed(ReadinessReport report) {
        var metadata = Objects.requireNonNull(report.getMetadata());
        return new Listed(
                new DeploymentName(metadata.getNamespace(), metadata.getName()),
                Instant.parse(metadata.getCreationTimestamp()),
                report.getStatus());
    }
}
