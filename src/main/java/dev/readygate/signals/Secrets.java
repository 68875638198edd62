package dev.readygate.signals;

import dev.readygate.facts.SecretValue;

/** What Secrets hold. Who asks has made sure that the namespace is the policy's own. */
@FunctionalInterface
public interface Secrets {
    SecretValue value(String namespace, String secret, String key);
}
