package dev.readygate.cli.command;

import dev.readygate.cli.check.CheckOutcomes;
import dev.readygate.cli.check.Entries;
import dev.readygate.cli.check.FailureLimit;
import dev.readygate.cli.check.OfflineChecks;
import dev.readygate.cli.check.Packs;
import dev.readygate.cli.check.ResultTable;
import dev.readygate.cli.check.ResultTree;
import dev.readygate.cli.check.UnreadableInput;
import dev.readygate.cli.cluster.QueryFailed;
import dev.readygate.cli.format.JUnitXmlWriter;
import dev.readygate.cli.format.Sarif;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Needs no cluster. */
@Command(
        name = "check",
        description = {
            "Manifests against policies and packs, before they are applied, without a cluster. It finds Deployments in"
                    + " what it is given, and what stands around them, and says what the operator would say of their"
                    + " manifest checks; whatever else a policy asks is listed as not asked.",
            "Without a policy and without --pack all packs are asked. docs/guides/checking-manifests.md shows it in CI."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing fails that --fail-on counts",
            "1:something fails, or could not be judged",
            "2:wrong usage, or what was given cannot be read; one sentence says where"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubectl readygate check -f shop/cart.yaml --policy posture.yaml",
            "  kubectl readygate check -f shop --pack security,resources --fail-on never",
            "  kubectl kustomize shop | kubectl readygate check -f - --policy posture.yaml -o sarif"
        })
final class CheckCommand implements Callable<Integer> {
    private static final int FAILS = 1;

    @Option(
            names = {"-f", "--filename"},
            paramLabel = "FILE",
            required = true,
            arity = "1..*",
            description = "Manifests: files, folders, or - for standard input. Policies among them count.")
    private List<String> files;

    @Option(names = "--policy", paramLabel = "FILE", arity = "1..*", description = "Policies and standards besides.")
    private List<String> policies = List.of();

    @Option(
            names = "--pack",
            paramLabel = "PACK",
            split = ",",
            description = "Packs to ask besides: availability, consistency, images, pod-security, probes,"
                    + " resources, security.")
    private List<String> packs = List.of();

    @Option(names = "--skip", paramLabel = "RULE", split = ",", description = "Rules of those packs to leave out.")
    private Set<String> skipped = Set.of();

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            defaultValue = "default",
            description = "The namespace of manifests that name none; otherwise default.")
    private String namespace;

    @Option(
            names = {"-R", "--recursive"},
            description = "Folders with all that is in them.")
    private boolean recursive;

    @Option(
            names = "--fail-on",
            paramLabel = "WHAT",
            defaultValue = "blocking",
            description = "What makes the exit code 1. blocking: required checks, checks at a gate of a policy that"
                    + " enforces, and packs named here; any: whatever is not kept; never.")
    private FailureLimit failOn;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, wide (what is kept, too), json, yaml, sarif or junit.")
    private CheckOutput output;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    /** The constants are spelled as users type them. */
    enum CheckOutput {
        table,
        wide,
        json,
        yaml,
        sarif,
        junit
    }

    @Override
    public Integer call() {
        try {
            var outcomes = outcomes();
            outcomes.notes().forEach(it -> spec.commandLine().getErr().println("readygate: " + it));
            spec.commandLine().getErr().flush();
            write(outcomes, spec.commandLine().getOut());
            spec.commandLine().getOut().flush();
            return outcomes.fails(failOn) ? FAILS : ClusterVerb.DONE;
        } catch (UnreadableInput given) {
            throw new QueryFailed(given.getMessage());
        }
    }

    private CheckOutcomes outcomes() {
        var read = new ManifestFiles(System.in, recursive);
        return new OfflineChecks(read.texts(files), read.texts(policies), packs(), namespace, Instant.now()).outcomes();
    }

    private Optional<Packs> packs() {
        if (packs.isEmpty()) {
            return skipped.isEmpty() ? Optional.empty() : Optional.of(Packs.all(skipped));
        }
        return Optional.of(Packs.of(packs, skipped));
    }

    private void write(CheckOutcomes outcomes, PrintWriter to) {
        switch (output) {
            case table, wide ->
                to.print(new ResultTable(output == CheckOutput.wide, ClusterVerb.colours()).text(outcomes, failOn));
            case json -> new ResultTree(outcomes, failOn).writeJson(to);
            case yaml -> new ResultTree(outcomes, failOn).writeYaml(to);
            case sarif -> to.print(new Sarif(version()).text(Entries.of(outcomes)));
            case junit -> to.print(JUnitXmlWriter.text("readygate check", Entries.of(outcomes)));
        }
    }

    private static String version() {
        return Optional.ofNullable(CheckCommand.class.getPackage().getImplementationVersion())
                .orElse("unknown");
    }
}
