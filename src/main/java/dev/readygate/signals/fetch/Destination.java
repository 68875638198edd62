package dev.readygate.signals.fetch;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import java.util.List;

/**
 * Where to connect to, checked.
 *
 * @param host as written, for the Host header, SNI and the certificate
 * @param addresses the only ones that may be connected to, in this order
 * @param verified whether the certificate must be good: always, but for pods, which are known by their address and whose
 *     certificates cannot name it; kubelet's probes do the same
 */
record Destination(String host, int port, boolean tls, boolean verified, List<InetAddress> addresses) {
    Destination {
        requireNonNull(host, "host");
        addresses = List.copyOf(addresses);
    }
}
