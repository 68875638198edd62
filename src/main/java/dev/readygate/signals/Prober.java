package dev.readygate.signals;

import dev.readygate.checks.Ask;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Sample;

/** Asks once, blocking its own virtual thread, and gives up when interrupted. */
@FunctionalInterface
public interface Prober {

    /** @param asker on whose behalf: its namespace bounds which Secrets may be used */
    Sample ask(DeploymentRef asker, Ask ask) throws InterruptedException;
}
