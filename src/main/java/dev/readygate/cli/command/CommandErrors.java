package dev.readygate.cli.command;

import dev.readygate.cli.cluster.CommandRefused;
import dev.readygate.cli.cluster.QueryFailed;
import dev.readygate.cli.imports.WrongFile;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns every error into an exit code and one sentence that says what to do. */
final class CommandErrors {
    private CommandErrors() {}

    static int ofUsage(ParameterException wrong, String[] arguments) {
        var line = wrong.getCommandLine();
        return tell(
                line,
                "%s; %s --help says what there is"
                        .formatted(wrong.getMessage(), line.getCommandSpec().qualifiedName()),
                QueryFailed.CODE);
    }

    static int ofCommand(Exception failure, CommandLine line, ParseResult arguments) {
        return switch (failure) {
            case CommandRefused refused -> tell(line, refused.getMessage(), CommandRefused.CODE);
            case QueryFailed notAsked -> tell(line, notAsked.getMessage(), QueryFailed.CODE);
            case WrongFile wrong -> tell(line, wrong.getMessage(), QueryFailed.CODE);
            case KubernetesClientException answer -> tell(line, sentence(answer), QueryFailed.CODE);
            default -> tell(line, "this is a mistake in the command itself: " + failure, QueryFailed.CODE);
        };
    }

    private static int tell(CommandLine line, String sentence, int code) {
        line.getErr().println("readygate: " + sentence);
        line.getErr().flush();
        return code;
    }

    private static String sentence(KubernetesClientException failure) {
        var said =
                Optional.ofNullable(failure.getStatus()).map(Status::getMessage).orElse(failure.getMessage());
        return switch (failure.getCode()) {
            case HttpURLConnection.HTTP_UNAUTHORIZED ->
                "the cluster does not know you: log in again, or choose other credentials with --context";
            case HttpURLConnection.HTTP_FORBIDDEN ->
                said + "; ask whoever administers the cluster for this right, or use another --context";
            case -1, 0 ->
                "the cluster cannot be reached (%s): is it up, and is it the right --context or --kubeconfig?"
                        .formatted(root(failure));
            default -> said;
        };
    }

    private static String root(Throwable failure) {
        return Stream.iterate(failure, it -> it != null, Throwable::getCause)
                .filter(IOException.class::isInstance)
                .reduce((_, deeper) -> deeper)
                .map(it -> Optional.ofNullable(it.getMessage())
                        .orElse(it.getClass().getSimpleName()))
                .orElse(failure.getMessage());
    }
}
