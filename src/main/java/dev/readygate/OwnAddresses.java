package dev.readygate;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The addresses of the API server and of this operator: no policy may make the operator connect to them. Loopback
 * addresses are left out, because they are forbidden anyway unless the installation allows them.
 */
final class OwnAddresses {
    private OwnAddresses() {}

    static Set<InetAddress> of(String apiServer, Settings.OwnPod pod) {
        var service = pod.service().map(it -> "%s.%s.svc".formatted(it, pod.namespace()));
        var looked = Stream.concat(Stream.of(apiServer), service.stream()).flatMap(OwnAddresses::lookUp);
        return Stream.concat(looked, ofThisMachine())
                .filter(it -> !it.isLoopbackAddress())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A name without an address cannot be reached. */
    private static Stream<InetAddress> lookUp(String host) {
        try {
            return Stream.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException nowhere) {
            return Stream.empty();
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
