package dev.readygate.signals;

import static dev.readygate.signals.Asks.CART;
import static dev.readygate.signals.Asks.healthOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readygate.checks.Ask;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.signals.fetch.Limits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SampleSharesTest {
    private static final DeploymentRef PAY = new DeploymentRef(CART.namespace(), "pay", "pay-uid");
    private static final DeploymentRef ELSEWHERE = new DeploymentRef("elsewhere", "cart", "other-uid");

    private static Ask one(String pod) {
        return healthOf(pod).every(Duration.ofSeconds(1)).build();
    }

    private static List<Ask> eachSecond(String... pods) {
        return Stream.of(pods).map(SampleSharesTest::one).toList();
    }

    @Test
    void areOfANamespaceAndNotOfADeployment() {
        var shares = new SampleShares(2);

        assertThat(shares.over(CART, eachSecond("a", "b"))).isEmpty();
        assertThat(shares.over(PAY, eachSecond("c"))).containsExactly(one("c").question());
        assertThat(shares.over(ELSEWHERE, eachSecond("a", "b"))).isEmpty();
    }

    @Test
    void areTakenByThoseThatComeFirstAndGivenBack() {
        var shares = new SampleShares(2);

        assertThat(shares.over(CART, eachSecond("a", "b", "c"))).containsExactly(one("c").question());
        assertThat(shares.over(CART, List.of())).isEmpty();
        assertThat(shares.over(PAY, eachSecond("c", "d"))).isEmpty();
    }

    @Test
    void askedSeldomCostsLittle() {
        var seldom = Stream.of("a", "b", "c", "d")
                .map(it -> healthOf(it).every(Duration.ofSeconds(10)).build())
                .toList();

        assertThat(new SampleShares(1).over(CART, seldom)).isEmpty();
    }

    @Test
    void askedOnceADayCountsAsOnceAMinute() {
        var daily = IntStream.range(0, 70)
                .mapToObj(it -> healthOf("pod-" + it).every(Duration.ofDays(1)).build())
                .toList();

        assertThat(new SampleShares(1).over(CART, daily)).hasSize(10);
    }

    @Test
    void anExcessAskIsNotAskedAndSaysSo() {
        Queue<Ask> asked = new ConcurrentLinkedQueue<>();
        var store = new ReadingStore(_ -> {});
        var clock = InstantSource.system();
        Prober prober = (_, ask) -> {
            asked.add(ask);
            return Answered.with(Asks.pass());
        };
        var some = eachSecond("a", "b");
        var more = one("c");
        try (var samplers = new Samplers(
                prober,
                store,
                clock,
                new Samplers.SamplerSettings(Limits.DEFAULT, 2, Asks.THREADS, SampleListener.NONE))) {
            samplers.resume();
            samplers.keep(CART, Stream.concat(some.stream(), Stream.of(more)).toList());

            await().until(() -> asked.containsAll(some));
            assertThat(asked).doesNotContain(more);
            assertThat(store.readings(CART)
                            .of(more.question())
                            .orElseThrow()
                            .latest()
                            .message())
                    .startsWith("over the namespace's share of 2 samples");

            samplers.keep(CART, List.of(more));
            await().until(() -> asked.contains(more));
        }
    }
}
