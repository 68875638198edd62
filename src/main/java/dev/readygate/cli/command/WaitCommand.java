package dev.readygate.cli.command;

import dev.readygate.cli.cluster.CommandRefused;
import dev.readygate.cli.cluster.QueryFailed;
import dev.readygate.cli.cluster.ReleaseWatch;
import dev.readygate.cli.cluster.Session;
import dev.readygate.cli.plan.ReleaseProgress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "wait",
        description = {
            "Wait until the release that is declared now is verified, or is taken back. It never takes the report of an"
                    + " earlier release for this one's."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:verified, and all its pods are available",
            "1:withdrawn, restored or refused",
            "2:wrong usage, no such Deployment, no policy enforces anything, or the cluster cannot be asked",
            "3:still held, or on its way, when the time was over"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  kubectl readygate wait cart", "  kubectl readygate wait cart --timeout 5m"})
final class WaitCommand extends Verb {
    private static final int STILL_HELD = 3;

    @Parameters(paramLabel = "DEPLOYMENT", description = "Its name.")
    private String name;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "10m",
            converter = TimeSpan.class,
            description = "How long, such as 90s or 1h30m (default: ${DEFAULT-VALUE}); 0s tells how it is now.")
    private Duration timeout;

    @Override
    int run(Session session) {
        try (var sighting = ReleaseWatch.of(session, name, this::say)) {
            return code(sighting.end(timeout.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    private int code(ReleaseProgress progress) {
        return switch (progress) {
            case ReleaseProgress.Verified _ -> DONE;
            case ReleaseProgress.WithdrawnRelease _, ReleaseProgress.GoingBack _ -> CommandRefused.CODE;
            case ReleaseProgress.OnItsWay it -> {
                say("%s is not verified after %s: %s".formatted(name, shortly(), it.sentence()));
                yield STILL_HELD;
            }
            case ReleaseProgress.Unjudged it ->
                throw new QueryFailed(
                        "nobody will ever verify %s (%s): set a policy to Enforce, or wait with kubectl rollout status"
                                .formatted(name, it.sentence()));
        };
    }

    private String shortly() {
        return timeout.toSeconds() + "s";
    }
}
