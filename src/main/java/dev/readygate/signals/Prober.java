package dev.readygate.signals;

import dev.readygate.checks.Ask;
import dev.readygate.facts.DeploymentRef;

/** Asks once, blocking its own virtual thread, and gives up when interrupted. */
@FunctionalInterface
public interface Prober {

    /** @param asker on whose behalf: its namespace bounds which Secrets may be used */
    Answered ask(DeploymentRef asker, Ask ask) throws InterruptedException;
}
