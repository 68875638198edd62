package dev.readygate.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        description = {
            "A script that lets a shell complete readygate when you press TAB: source <(kubectl readygate completion"
                    + " bash). For kubectl readygate, kubectl's own completion finds kubectl_complete-readygate on the"
                    + " PATH, beside this command."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubectl readygate completion bash",
            "  kubectl readygate completion zsh",
            "  kubectl readygate completion fish"
        })
final class CompletionCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    private Completion.Shell shell;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        out.print(Completion.script(shell));
        out.flush();
        return Verb.DONE;
    }
}
