package dev.readygate.cli.command;

import dev.readygate.cli.cluster.QueryFailed;
import dev.readygate.cli.cluster.Session;
import dev.readygate.cli.document.Html;
import dev.readygate.cli.document.Json;
import dev.readygate.cli.document.Markdown;
import dev.readygate.cli.format.JUnitXmlWriter;
import dev.readygate.cli.format.Sarif;
import dev.readygate.cli.report.CheckSheet;
import dev.readygate.cli.report.Composer;
import dev.readygate.cli.report.DocumentSources;
import dev.readygate.cli.report.DocumentSources.Letter;
import dev.readygate.cli.report.Findings;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "report",
        description = {
            "A readiness document of what the cluster knows now: of one Deployment, or of several as one product. Without"
                    + " names, of all in the namespace that a policy meets."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubectl readygate report cart",
            "  kubectl readygate report --standard deployment-review -o html --output-file report.html",
            "  kubectl readygate report -l app=cart -o json",
            "  kubectl readygate report --standard sre-go-no-go --keep-daily",
            "  kubectl readygate report -o json --output-file then.json",
            "  kubectl readygate report --since then.json",
            "  kubectl readygate report -o junit"
        })
final class ReportCommand extends Verb {
    @Parameters(paramLabel = "DEPLOYMENT", arity = "0..*", description = "Only these, as one product.")
    private List<String> names = List.of();

    @Option(
            names = {"-l", "--selector"},
            paramLabel = "LABELS",
            description = "Only Deployments with these labels, as for kubectl get.")
    private String selector;

    @Option(
            names = "--standard",
            paramLabel = "STANDARD",
            description = "In the structure of this ReadinessStandard; otherwise all categories there are.")
    private String standard;

    @Option(names = "--from", paramLabel = "TEXT", description = "Its author, for a section TitlePage.")
    private String from;

    @Option(names = "--to", paramLabel = "TEXT", description = "Its reader, for a section TitlePage.")
    private String to;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "markdown, html, json, csv (a line for each check), sarif or junit.")
    private ReportFormat form = ReportFormat.markdown;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description =
                    "Say first what has changed since a report that was kept by then, such as 2026-11-01, since the"
                            + " kept report of this name, or since a file of -o json.")
    private String since;

    @Option(
            names = "--keep",
            description = "Keep it in a ConfigMap, the newest 30 of each kind. It takes the right to list, create and"
                    + " delete ConfigMaps.")
    private boolean keep;

    @Option(
            names = "--keep-daily",
            description = "Keep only the first one of a day (UTC), and one whose score has moved by 5 points since.")
    private boolean daily;

    @Option(names = "--output-file", paramLabel = "FILE", description = "Write it there.")
    private Path file;

    /** The constants are spelled as users type them. */
    enum ReportFormat {
        markdown,
        html,
        json,
        csv,
        sarif,
        junit
    }

    /** In this version {@code --as} may still name a standard, as it did before it named a user. */
    @Override
    void impersonate(Config config) {
        var meant = standard == null ? person.user().filter(this::isStandard) : Optional.<String>empty();
        if (meant.isEmpty()) {
            super.impersonate(config);
            return;
        }
        standard = meant.get();
        tell("--as will name a user only: write --standard " + standard);
    }

    /** Beside the document, which may go into a pipe. */
    private void tell(String sentence) {
        spec.commandLine().getErr().println("readygate: " + sentence);
        spec.commandLine().getErr().flush();
    }

    private void keep(KeptReports kept, DocumentSources sources) {
        var document = new Composer(sources).document();
        if (!keep && kept.isToldAlready(document, sources.now())) {
            tell("not kept: there is one of today, and the score has moved by less than 5 points since");
        } else {
            tell("kept as ConfigMap " + kept.keep(document, sources.now()));
        }
    }

    private DocumentSources compared(Session session, DocumentSources sources) {
        return sources.comparedWith(new KeptReports(session).since(since, new Composer(sources).document()));
    }

    private boolean isStandard(String name) {
        try (var session = Session.open(where)) {
            return SourceLoader.find(session, name).isPresent();
        }
    }

    @Override
    int run(Session session) {
        var sources = new SourceLoader(session, names, selector).sources(standard, letter(), Instant.now());
        var text = text(since == null ? sources : compared(session, sources));
        if (keep || daily) {
            keep(new KeptReports(session), sources);
        }
        if (file == null) {
            say(text);
        } else {
            write(text);
        }
        return DONE;
    }

    private Letter letter() {
        return new Letter(Optional.ofNullable(from), Optional.ofNullable(to));
    }

    private String text(DocumentSources sources) {
        return switch (form) {
            case markdown -> Markdown.text(new Composer(sources).document());
            case html -> Html.text(new Composer(sources).document());
            case json -> Json.text(new Composer(sources).document());
            case csv -> new CheckSheet(sources).text();
            case sarif -> new Sarif(version()).text(new Findings(sources).entries());
            case junit -> JUnitXmlWriter.text("readygate report", new Findings(sources).entries());
        };
    }

    private static String version() {
        return Objects.requireNonNullElse(ReportCommand.class.getPackage().getImplementationVersion(), "unknown");
    }

    private void write(String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new QueryFailed(
                    "%s cannot be written (%s); is it in a folder that exists?".formatted(file, e.getMessage()));
        }
    }
}
