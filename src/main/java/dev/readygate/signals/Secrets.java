package dev.readygate.signals;

import java.util.Optional;

/** Secret values of one namespace. */
@FunctionalInterface
public interface Secrets {

    /** @return nothing if the Secret or the key in it does not exist */
    Optional<String> value(String namespace, String secret, String key);
}
