package dev.readygate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.signals.fetch.NameResolver;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnAddressesTest {
    private static final InetAddress API_SERVER = InetAddress.ofLiteral("10.96.0.1");
    private static final InetAddress SERVICE = InetAddress.ofLiteral("10.96.7.7");
    private static final InetAddress STANDBY = InetAddress.ofLiteral("10.1.2.3");
    private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("10.1.2.4");

    private final Map<String, List<InetAddress>> names = new HashMap<>(Map.of(
            "api.example", List.of(API_SERVER),
            "readygate.ours.svc", List.of(SERVICE)));
    private final NameResolver resolver = name -> {
        if (!names.containsKey(name)) {
            throw new UnknownHostException(name);
        }
        return names.get(name);
    };
    private final OwnAddresses own = OwnAddresses.of("api.example", new NamedReplicas(), resolver);

    @Test
    void areTheApiServersTheServicesAndThoseOfThisMachine() throws Exception {
        assertThat(own).accepts(API_SERVER, SERVICE).rejects(ELSEWHERE);
        assertThat(NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(it -> !it.isLoopbackAddress()))
                .allMatch(own);
    }

    @Test
    void areThoseOfEachReplicaThatIsThereNow() {
        assertThat(own).rejects(STANDBY);
        names.put("readygate-replicas.ours.svc", List.of(STANDBY));
        assertThat(own).accepts(STANDBY).rejects(ELSEWHERE);
    }

    /** A setting of its own allows or forbids loopback addresses. */
    @Test
    void areNeverLoopbackAddresses() {
        names.put("api.example", List.of(InetAddress.getLoopbackAddress()));
        assertThat(OwnAddresses.of("api.example", new NamedReplicas(), resolver))
                .rejects(InetAddress.getLoopbackAddress());
    }

    private record NamedReplicas() implements Settings.OwnPod {
        @Override
        public Optional<String> service() {
            return Optional.of("readygate");
        }

        @Override
        public Optional<String> replicas() {
            return Optional.of("readygate-replicas");
        }

        @Override
        public String namespace() {
            return "ours";
        }

        @Override
        public String name() {
            return "readygate-0";
        }
    }
}
