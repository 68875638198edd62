package dev.readygate.signals;

import dev.readygate.facts.SecretValue;

/** Reads values of Secrets. The caller has made sure that the namespace is the policy's own. */
@FunctionalInterface
public interface Secrets {
    SecretValue value(String namespace, String secret, String key);
}
