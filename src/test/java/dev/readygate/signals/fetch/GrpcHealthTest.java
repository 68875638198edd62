package dev.readygate.signals.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.checks.answer.Endpoint;
import dev.readygate.checks.answer.GrpcAnswer;
import dev.readygate.checks.answer.GrpcAnswer.CallFailed;
import dev.readygate.checks.answer.GrpcAnswer.GrpcHealthState;
import dev.readygate.checks.answer.NoAnswer;
import dev.readygate.checks.answer.NotAsked;
import dev.readygate.facts.Outcome;
import dev.readygate.testing.WaitLimit;
import io.grpc.Server;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against gRPC's own server and health service. */
class GrpcHealthTest {
    private final SafeFetcher fetcher =
            new SafeFetcher(FetchRules.STRICT, NameResolver.SYSTEM, Trust.OF_THE_RUNTIME, Caps.DEFAULT);
    private final HealthStatusManager health = new HealthStatusManager();
    private final String longName = "a.very.long.service.name".repeat(10);
    private Server server;

    @BeforeEach
    void serve() throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.7", 0))
                .addService(health.getHealthService())
                .build()
                .start();
        health.setStatus("shop.Cart", ServingStatus.NOT_SERVING);
        health.setStatus("shop.Unsure", ServingStatus.UNKNOWN);
        health.setStatus(longName, ServingStatus.SERVING);
    }

    @AfterEach
    void stop() {
        server.shutdownNow();
        fetcher.close();
    }

    @Test
    void aServerThatServesIsGood() throws Exception {
        assertThat(ask("")).isEqualTo(GrpcHealthState.SERVING);
        assertThat(ask("").judge(Instant.EPOCH).outcome()).isEqualTo(Outcome.Pass);
    }

    @Test
    void aNameLongerThanOneByteCountsIsSentWhole() throws Exception {
        assertThat(ask(longName)).isEqualTo(GrpcHealthState.SERVING);
    }

    @Test
    void aServiceThatDoesNotServeIsBad() throws Exception {
        assertThat(ask("shop.Cart")).isEqualTo(new GrpcHealthState("NOT_SERVING"));
        assertThat(ask("shop.Cart").judge(Instant.EPOCH).outcome()).isEqualTo(Outcome.Fail);
    }

    @Test
    void aStateOfZeroIsLeftOutOfTheAnswer() throws Exception {
        assertThat(ask("shop.Unsure")).isEqualTo(new GrpcHealthState("UNKNOWN"));
    }

    @Test
    void anUnknownServiceIsReportedAsUnknown() throws Exception {
        assertThat(ask("shop.Nothing")).isEqualTo(new CallFailed("NOT_FOUND"));
        assertThat(ask("shop.Nothing").judge(Instant.EPOCH).message())
                .isEqualTo("the server does not know this service");
    }

    @Test
    void aServerWithoutAHealthServiceIsSaidToBe() throws Exception {
        server.shutdownNow();
        server = NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.7", 0))
                .build()
                .start();
        assertThat(ask("")).isEqualTo(new CallFailed("UNIMPLEMENTED"));
    }

    @Test
    void aServerThatIsGoneIsNoAnswer() throws Exception {
        int port = server.getPort();
        server.shutdownNow().awaitTermination();
        assertThat(ask(pod(port), "")).isEqualTo(new NoAnswer("connection refused"));
    }

    @Test
    void aServerThatSpeaksOnlyHttp1IsNoAnswer() throws Exception {
        try (var old = new ScriptedServer("127.0.0.7", 0)) {
            old.answers("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
            assertThat(ask(pod(old.port()), "")).isInstanceOf(NoAnswer.class);
        }
    }

    @Test
    void theSameAddressesAreRefusedAsForHttp() throws Exception {
        assertThat(ask(new Endpoint.WrittenEndpoint("grpc", "127.0.0.7", server.getPort()), ""))
                .isEqualTo(new NotAsked("a loopback address may not be asked"));
    }

    private GrpcAnswer ask(String service) throws InterruptedException {
        return ask(pod(server.getPort()), service);
    }

    private GrpcAnswer ask(Endpoint to, String service) throws InterruptedException {
        return fetcher.health(to, service, TlsTerms.USUAL, WaitLimit.LONGEST);
    }

    private static Endpoint pod(int port) {
        return new Endpoint.OfPod("grpc", "127.0.0.7", port);
    }
}
