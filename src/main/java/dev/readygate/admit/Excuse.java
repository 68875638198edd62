package dev.readygate.admit;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.Selector;
import java.time.Instant;
import java.util.Comparator;

/**
 * A waiver that does not depend on an existing revision.
 *
 * @param deployments by name or by label
 * @param until it does not count from then on, by the API server's clock
 */
public record Excuse(String namespace, String name, String check, ExcuseScope deployments, Instant until) {
    static final Comparator<Excuse> IN_ORDER =
            Comparator.comparing(Excuse::namespace).thenComparing(Excuse::name);

    public Excuse {
        requireNonNull(namespace, "namespace");
        requireNonNull(name, "name");
        requireNonNull(check, "check");
        requireNonNull(deployments, "deployments");
        requireNonNull(until, "until");
    }

    public sealed interface ExcuseScope {
        record Named(String deployment) implements ExcuseScope {}

        record Selected(Selector selector) implements ExcuseScope {}
    }
}
