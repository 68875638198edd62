package dev.readygate.signals;

import dev.readygate.checks.Ask;
import dev.readygate.facts.DeploymentRef;

/** Asks once. It blocks its own virtual thread, and gives up when interrupted. */
@FunctionalInterface
public interface Prober {

    /** @param asker the Deployment for which it asks: its namespace limits which Secrets may be used */
    Answered ask(DeploymentRef asker, Ask ask) throws InterruptedException;
}
