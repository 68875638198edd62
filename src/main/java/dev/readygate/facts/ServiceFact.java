package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A Service of the Deployment's namespace.
 *
 * @param address its address inside the cluster; absent unless its form is Selecting
 * @param ports that take TCP, in their order
 * @param selectsUs whether it selects pods of the Deployment
 */
public record ServiceFact(
        String name, ServiceForm form, Optional<String> address, List<ServicePort> ports, boolean selectsUs) {
    public ServiceFact {
        requireNonNull(name, "name");
        requireNonNull(form, "form");
        requireNonNull(address, "address");
        ports = List.copyOf(ports);
    }

    public enum ServiceForm {
        /** An address in front of the pods it selects. */
        Selecting,
        /** A name for the pods' own addresses. */
        Headless,
        /** A name for an address outside the cluster. */
        ExternalName,
        /** An address in front of the EndpointSlices that a user maintains. */
        WithoutSelector
    }

    public record ServicePort(Optional<String> name, int number) {
        public ServicePort {
            requireNonNull(name, "name");
        }
    }
}
