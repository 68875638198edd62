package dev.readygate.signals;

import dev.readygate.checks.Ask;
import dev.readygate.facts.DeploymentRef;

/** Asks once. It blocks its own virtual thread, and gives up when interrupted. */
@FunctionalInterface
public interface Prober {

    /** @param deployment its namespace limits which Secrets may be used */
    Answered ask(DeploymentRef deployment, Ask ask) throws InterruptedException;
}
