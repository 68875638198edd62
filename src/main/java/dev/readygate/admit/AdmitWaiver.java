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
public record AdmitWaiver(String namespace, String name, String check, WaiverScope deployments, Instant until) {
    static final Comparator<AdmitWaiver> IN_ORDER =
            Comparator.comparing(AdmitWaiver::namespace).thenComparing(AdmitWaiver::name);

    public AdmitWaiver {
        requireNonNull(namespace, "namespace");
        requireNonNull(name, "name");
        requireNonNull(check, "check");
        requireNonNull(deployments, "deployments");
        requireNonNull(until, "until");
    }

    public sealed interface WaiverScope {
        record Named(String deployment) implements WaiverScope {}

        record Selected(Selector selector) implements WaiverScope {}
    }
}
