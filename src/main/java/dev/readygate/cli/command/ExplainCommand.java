package dev.readygate.cli.command;

import dev.readygate.cli.cluster.Session;
import dev.readygate.cli.text.Explanation;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "explain",
        description = {
            "Why a Deployment is where it is: gate by gate, check by check, what would let it pass, and what to type"
                    + " next."
        },
        footerHeading = "%nExamples:%n",
        footer = "  kubectl readygate explain cart")
final class ExplainCommand extends Verb {
    @Parameters(paramLabel = "DEPLOYMENT", description = "Its name.")
    private String name;

    @Override
    int run(Session session) {
        say(Explanation.of(session.known(name), Instant.now(), colours()));
        return DONE;
    }
}
