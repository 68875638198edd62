package dev.readygate.cluster.kube;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;

/** Finds the newer of two versions of one object. Since 1.35 Kubernetes orders the versions of a kind as numbers. */
public final class Versions {
    private Versions() {}

    public static <T extends HasMetadata> Optional<T> newest(Optional<T> seen, Optional<T> written) {
        if (seen.isEmpty() || written.isEmpty()) {
            return seen.or(() -> written);
        }
        return version(written.get()) > version(seen.get()) ? written : seen;
    }

    private static long version(HasMetadata object) {
        return Long.parseLong(object.getMetadata().getResourceVersion());
    }
}
