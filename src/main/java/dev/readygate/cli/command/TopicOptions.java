package dev.readygate.cli.command;

import dev.readygate.cli.cluster.CommandRefused;
import dev.readygate.cli.cluster.Session;
import dev.readygate.cli.plan.Topic;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options for the subject of evidence. */
final class TopicOptions {
    @Option(names = "--deployment", paramLabel = "NAME", description = "It is about this Deployment.")
    private String deployment;

    @Option(
            names = "--revision",
            paramLabel = "HASH",
            description = "Only about this revision of it: its pod-template-hash, or generation-N at gate Start.")
    private String revision;

    @Option(
            names = "--image",
            paramLabel = "IMAGE",
            description = "It is about this image, best with its digest: registry.example/cart@sha256:...")
    private String image;

    @Option(names = "--commit", paramLabel = "HASH", description = "It is about this commit, abbreviated or in full.")
    private String commit;

    @Option(
            names = "--current",
            description = "It is about what --deployment declares now: the digest of its image and its commit, as the"
                    + " report knows them, or else its revision.")
    private boolean current;

    Topic topic(Session session) {
        var named = new Topic(
                Optional.ofNullable(deployment),
                Optional.ofNullable(revision),
                Optional.ofNullable(image),
                Optional.ofNullable(commit));
        if (!current) {
            return named;
        }
        if (deployment == null) {
            throw new IllegalArgumentException("--current needs --deployment, whose revision it is about");
        }
        var known = session.known(deployment);
        return known.current()
                .map(it -> named.current(it.revision()))
                .orElseThrow(() -> new CommandRefused(known.whyNotCurrent()));
    }
}
