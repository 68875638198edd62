package dev.readygate;

import dev.readygate.signals.fetch.NameResolver;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The addresses of the API server, of this operator and of its other replicas: no policy may make the operator
 * connect to them. Loopback addresses are left out, because they are forbidden anyway unless the installation allows
 * them.
 */
final class OwnAddresses implements Predicate<InetAddress> {
    private final Set<InetAddress> known;
    private final Optional<String> replicas;
    private final NameResolver resolver;

    private OwnAddresses(Set<InetAddress> known, Optional<String> replicas, NameResolver resolver) {
        this.known = known;
        this.replicas = replicas;
        this.resolver = resolver;
    }

    static OwnAddresses of(String apiServer, Settings.OwnPod pod, NameResolver resolver) {
        var looked = Stream.concat(Stream.of(apiServer), name(pod.service(), pod).stream())
                .flatMap(it -> lookUp(it, resolver).stream());
        var known = Stream.concat(looked, ofThisMachine())
                .filter(it -> !it.isLoopbackAddress())
                .collect(Collectors.toUnmodifiableSet());
        return new OwnAddresses(known, name(pod.replicas(), pod), resolver);
    }

    private static Optional<String> name(Optional<String> service, Settings.OwnPod pod) {
        return service.map(it -> "%s.%s.svc".formatted(it, pod.namespace()));
    }

    /** Replicas come and go, so their name is looked up each time; the JVM keeps an answer for 30 s. */
    @Override
    public boolean test(InetAddress address) {
        return known.contains(address)
                || replicas.filter(it -> lookUp(it, resolver).contains(address)).isPresent();
    }

    /** A name without an address cannot be reached. */
    private static List<InetAddress> lookUp(String host, NameResolver resolver) {
        try {
            return resolver.resolve(host);
        } catch (UnknownHostException nowhere) {
            return List.of();
        }
    }

    private static Stream<InetAddress> ofThisMachine() {
        try {
            return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses);
        } catch (SocketException e) {
            throw new IllegalStateException("the addresses of this machine cannot be read", e);
        }
    }
}
