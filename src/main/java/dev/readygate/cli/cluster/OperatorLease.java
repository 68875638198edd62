package dev.readygate.cli.cluster;

import dev.readygate.cli.plan.OperatorSign.Lease;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The Lease that elects the operator's leader. It is in the operator's namespace. */
final class OperatorLease {
    private static final String SERVICE_ACCOUNT = "system:serviceaccount:";
    private static final String NAME = "readygate";

    private OperatorLease() {}

    /** @param operator the user name of the operator */
    static Lease of(Session session, String operator) {
        if (!operator.startsWith(SERVICE_ACCOUNT)) {
            return new Lease.Unreadable("it runs as user " + operator);
        }
        var namespace = operator.substring(SERVICE_ACCOUNT.length()).split(":")[0];
        try {
            var lease = session.client()
                    .genericKubernetesResources(RawKinds.LEASE)
                    .inNamespace(namespace)
                    .withName(NAME)
                    .get();
            return Optional.ofNullable(lease).map(OperatorLease::read).orElseGet(Lease.Missing::new);
        } catch (KubernetesClientException refused) {
            if (refused.getCode() == HttpURLConnection.HTTP_FORBIDDEN) {
                return new Lease.Unreadable("you may not read Leases of namespace " + namespace);
            }
            throw refused;
        }
    }

    /** A Lease that its holder released counts as missing. */
    private static Lease read(GenericKubernetesResource lease) {
        String holder = lease.get("spec", "holderIdentity");
        String renewed = lease.get("spec", "renewTime");
        if (holder == null || holder.isEmpty() || renewed == null) {
            return new Lease.Missing();
        }
        var valid = Duration.ofSeconds(ObjectReader.number(lease, 15, "spec", "leaseDurationSeconds"));
        return new Lease.Renewed(Instant.parse(renewed), valid);
    }
}
