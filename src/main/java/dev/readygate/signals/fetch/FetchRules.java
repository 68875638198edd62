package dev.readygate.signals.fetch;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the installation allows policies to reach beyond ordinary addresses.
 *
 * @param allowedHosts names that may resolve to any address but our own
 * @param ownAddresses the API server's and the operator's own: refused whatever else is allowed
 */
public record FetchRules(
        boolean allowLoopback, List<Cidr> allowedNetworks, Set<String> allowedHosts, Set<InetAddress> ownAddresses) {

    public static final FetchRules STRICT = new FetchRules(false, List.of(), Set.of(), Set.of());

    public FetchRules {
        allowedNetworks = List.copyOf(allowedNetworks);
        allowedHosts = allowedHosts.stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        ownAddresses = Set.copyOf(ownAddresses);
    }

    boolean allows(InetAddress address) {
        return allowLoopback && AddressKind.of(address) == AddressKind.Loopback
                || allowedNetworks.stream().anyMatch(it -> it.contains(address));
    }
}
