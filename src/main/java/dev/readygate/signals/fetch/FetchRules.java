package dev.readygate.signals.fetch;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The addresses that the installation lets policies reach beyond ordinary ones.
 *
 * @param allowedHosts names that may resolve to any address except ownAddresses
 * @param ownAddresses addresses of the API server and of the operator, forbidden in any case; may look names up
 * @param deniedNetworks networks that no URL and no Service may lead to
 * @param urls whether policies may name addresses at all
 */
public record FetchRules(
        boolean allowLoopback,
        List<Cidr> allowedNetworks,
        Set<String> allowedHosts,
        Predicate<InetAddress> ownAddresses,
        List<Cidr> deniedNetworks,
        boolean urls) {

    public static final FetchRules STRICT = allowing(false, List.of(), Set.of(), _ -> false);

    public FetchRules {
        allowedNetworks = List.copyOf(allowedNetworks);
        allowedHosts = allowedHosts.stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        deniedNetworks = List.copyOf(deniedNetworks);
    }

    /** Allows nothing more than this. */
    public static FetchRules allowing(
            boolean loopback, List<Cidr> networks, Set<String> hosts, Predicate<InetAddress> own) {
        return new FetchRules(loopback, networks, hosts, own, List.of(), true);
    }

    boolean denies(InetAddress address) {
        return deniedNetworks.stream().anyMatch(it -> it.contains(address));
    }

    boolean allows(InetAddress address) {
        return allowLoopback && AddressKind.of(address) == AddressKind.Loopback
                || allowedNetworks.stream().anyMatch(it -> it.contains(address));
    }
}
