package dev.readygate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnAddressesTest {
    @Test
    void areTheApiServersAndThoseOfThisMachine() throws Exception {
        var own = OwnAddresses.of("10.96.0.1", pod(Optional.empty()));
        assertThat(own).contains(InetAddress.ofLiteral("10.96.0.1"));
        assertThat(own)
                .containsAll(NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(it -> !it.isLoopbackAddress())
                        .toList());
    }

    /** A setting of its own allows or forbids loopback addresses. */
    @Test
    void areNeverLoopbackAddresses() {
        assertThat(OwnAddresses.of("127.0.0.1", pod(Optional.empty()))).noneMatch(InetAddress::isLoopbackAddress);
    }

    @Test
    void ofAServiceThatIsNotThereAreNone() {
        assertThat(OwnAddresses.of("10.96.0.1", pod(Optional.of("nobody"))))
                .isEqualTo(OwnAddresses.of("10.96.0.1", pod(Optional.empty())));
    }

    private static Settings.OwnPod pod(Optional<String> service) {
        return new Settings.OwnPod() {
            @Override
            public Optional<String> service() {
                return service;
            }

            @Override
            public String namespace() {
                return "readygate";
            }

            @Override
            public String name() {
                return "readygate-0";
            }
        };
    }
}
