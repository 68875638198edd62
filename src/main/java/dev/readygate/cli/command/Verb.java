package dev.readygate.cli.command;

import dev.readygate.cli.cluster.Impersonation;
import io.fabric8.kubernetes.client.Config;
import picocli.CommandLine.Mixin;

/** A command that can impersonate a user. */
abstract class Verb extends ClusterVerb {
    @Mixin
    Impersonation person;

    @Override
    void impersonate(Config config) {
        person.in(config);
    }
}
