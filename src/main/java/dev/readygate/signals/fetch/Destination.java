package dev.readygate.signals.fetch;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import java.util.List;

/**
 * A checked destination.
 *
 * @param host as written, for the Host header, SNI and the certificate
 * @param addresses the only ones that may be connected to, in this order
 */
record Destination(String host, int port, boolean tls, List<InetAddress> addresses) {
    Destination {
        requireNonNull(host, "host");
        addresses = List.copyOf(addresses);
    }
}
