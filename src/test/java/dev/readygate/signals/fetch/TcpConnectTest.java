package dev.readygate.signals.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.checks.answer.Endpoint;
import dev.readygate.checks.answer.NoAnswer;
import dev.readygate.checks.answer.NotAsked;
import dev.readygate.checks.answer.TcpAnswer.Accepted;
import dev.readygate.facts.Outcome;
import dev.readygate.testing.WaitLimit;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TcpConnectTest {
    private static final Duration LONG = WaitLimit.LONGEST;
    private static final InetAddress ALIVE = InetAddress.ofLiteral("127.0.0.7");
    private static final InetAddress DEAD = InetAddress.ofLiteral("127.0.0.8");

    private final SafeFetcher fetcher = new SafeFetcher(
            FetchRules.allowing(
                    false, Stream.of("127.0.0.7", "127.0.0.8").map(Cidr::parse).toList(), Set.of(), _ -> false),
            _ -> List.of(DEAD, ALIVE),
            Trust.OF_THE_RUNTIME,
            Caps.DEFAULT);

    @AfterEach
    void close() {
        fetcher.close();
    }

    @Test
    void aPortThatListensAccepts() throws Exception {
        try (var server = new ServerSocket(0, 50, ALIVE)) {
            var answer = fetcher.connect(new Endpoint.OfPod("tcp", "127.0.0.7", server.getLocalPort()), LONG);
            assertThat(answer).isEqualTo(new Accepted());
            assertThat(answer.judge(Instant.EPOCH).outcome()).isEqualTo(Outcome.Pass);
            try (var connection = server.accept()) {
                assertThat(connection.getInputStream().read())
                        .as("hung up at once")
                        .isEqualTo(-1);
            }
        }
    }

    @Test
    void anyAddressOfANameWillDo() throws Exception {
        try (var server = new ServerSocket(0, 50, ALIVE)) {
            var to = new Endpoint.WrittenEndpoint("tcp", "db.test", server.getLocalPort());
            assertThat(fetcher.connect(to, LONG)).isEqualTo(new Accepted());
        }
    }

    @Test
    void aPortWithoutAListenerFails() throws Exception {
        int port = freePort();
        var answer = fetcher.connect(new Endpoint.OfPod("tcp", "127.0.0.7", port), LONG);
        assertThat(answer).isEqualTo(new NoAnswer("connection refused"));
        assertThat(answer.judge(Instant.EPOCH).message()).isEqualTo("no answer: connection refused");
    }

    @Test
    void theSameAddressesAreRefusedAsForHttp() throws Exception {
        var answer = fetcher.connect(new Endpoint.WrittenEndpoint("tcp", "169.254.169.254", 80), LONG);
        assertThat(answer).isEqualTo(new NotAsked("a metadata service may not be asked"));
        assertThat(answer.judge(Instant.EPOCH).outcome()).isEqualTo(Outcome.Error);
    }

    private static int freePort() throws Exception {
        try (var server = new ServerSocket(0, 1, ALIVE)) {
            return server.getLocalPort();
        }
    }
}
