package dev.readygate.signals;

import static dev.readygate.signals.Asks.BANK;
import static dev.readygate.signals.Asks.CART;
import static dev.readygate.signals.Asks.healthOf;
import static dev.readygate.signals.Asks.pass;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readygate.checks.Ask;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Reading;
import dev.readygate.facts.Sample;
import dev.readygate.facts.Target.OnePod;
import dev.readygate.signals.Samplers.SamplerSettings;
import dev.readygate.signals.fetch.Limits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SamplersTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final ScriptedProber asked = new ScriptedProber();
    private final ReadingStore store = new ReadingStore(_ -> {});
    private final Samplers samplers = new Samplers(
            asked,
            store,
            InstantSource.system(),
            new SamplerSettings(new Limits(1, 100, 1_000), 1_000, Asks.THREADS, SampleListener.NONE));

    @BeforeEach
    void becomeLeader() {
        samplers.resume();
    }

    @AfterEach
    void close() {
        asked.hanging.countDown();
        samplers.close();
    }

    @Test
    void aNewPodIsAskedAtOnce() {
        var ask = healthOf("a").every(HOUR).build();
        samplers.keep(CART, List.of(ask));
        await("it to be asked long before its hour is over").until(() -> asked.of(ask) == 1);
        await().until(() -> reading(ask).isPresent());
    }

    @Test
    void anAskIsRepeatedAtItsPace() {
        var ask = healthOf("a").every(Duration.ofMillis(40)).build();
        var begin = Instant.now();
        samplers.keep(CART, List.of(ask));
        await().until(() -> asked.of(ask) >= 5);
        assertThat(asked.at(ask, 4)).isAfterOrEqualTo(begin.plusMillis(4 * 40 - 5));
    }

    @Test
    void noTargetIsAskedBeforeItsTime() {
        var later = healthOf("later").notBefore(Instant.now().plusMillis(200)).build();
        samplers.keep(CART, List.of(later));
        await().until(() -> asked.of(later) >= 1);
        assertThat(asked.first(later)).isAfterOrEqualTo(later.pace().notBefore());
    }

    @Test
    void anUnchangedAskKeepsItsPaceAndReading() {
        var ask = healthOf("a").every(HOUR).build();
        samplers.keep(CART, List.of(ask));
        await().until(() -> reading(ask).isPresent());
        var other = healthOf("b").every(HOUR).build();
        samplers.keep(CART, List.of(ask, other));
        await().until(() -> reading(other).isPresent());
        assertThat(asked.of(ask)).isOne();
        assertThat(reading(ask)).isPresent();
    }

    @Test
    void aPodWithANewAddressIsAskedThereAndKeepsItsReading() {
        var ask = healthOf("a").at("127.0.0.1").build();
        samplers.keep(CART, List.of(ask));
        await().until(() -> reading(ask).isPresent());
        var moved = new Ask(
                ask.question(),
                ask.pace(),
                ask.patience(),
                healthOf("a").at("127.0.0.2").http("/health"));
        samplers.keep(CART, List.of(moved));
        assertThat(reading(ask)).isPresent();
        await().until(() -> asked.hosts.contains("127.0.0.2"));
    }

    @Test
    void aRemovedAskStopsAndItsReadingGoes() {
        var gone = healthOf("gone").build();
        var stays = healthOf("stays").build();
        samplers.keep(CART, List.of(gone, stays));
        await().until(() -> reading(gone).isPresent());
        samplers.keep(CART, List.of(stays));
        assertThat(reading(gone)).isEmpty();
        int sofar = asked.of(gone) + 1;
        int other = asked.of(stays);
        await().until(() -> asked.of(stays) >= other + 4);
        assertThat(asked.of(gone)).isLessThanOrEqualTo(sofar);
        assertThat(reading(gone)).isEmpty();
    }

    @Test
    void aForgottenDeploymentIsAskedNothing() {
        var ask = healthOf("a").build();
        samplers.keep(CART, List.of(ask));
        await().until(() -> reading(ask).isPresent());
        samplers.forget(CART);
        assertThat(store.readings(CART).byQuestion()).isEmpty();
        int sofar = asked.of(ask) + 1;
        var clock = healthOf("clock").build();
        samplers.keep(BANK, List.of(clock));
        await().until(() -> asked.of(clock) >= 4);
        assertThat(asked.of(ask)).isLessThanOrEqualTo(sofar);
    }

    @Test
    void aTargetThatHangsIsEndedAndCountsAsNoAnswer() {
        asked.hangs = "dead";
        var ask = healthOf("dead").within(Duration.ofMillis(80)).build();
        samplers.keep(CART, List.of(ask));
        await().until(() -> reading(ask).isPresent());
        var sample = reading(ask).orElseThrow().latest();
        assertThat(sample.outcome()).isEqualTo(Outcome.Fail);
        assertThat(sample.message()).isEqualTo("no answer: timed out after 80ms");
        await().until(() -> asked.interrupted.get() >= 1);
    }

    @Test
    void oneAskIsNeverUnderWayTwice() {
        asked.hangs = "slow";
        var ask = healthOf("slow")
                .every(Duration.ofMillis(10))
                .within(Duration.ofMillis(60))
                .build();
        samplers.keep(CART, List.of(ask));
        await().until(() -> asked.of(ask) >= 4);
        assertThat(asked.mostAtOnce(ask)).isOne();
    }

    @Test
    void deadTargetsDelayNoOther() {
        asked.hangs = "dead";
        var dead = IntStream.range(0, 500)
                .mapToObj(i -> healthOf("dead" + i).at("127.0.9.9").within(HOUR).build())
                .toList();
        samplers.keep(CART, dead);
        await().until(() -> asked.underWay("127.0.9.9") == 1);
        var alive = healthOf("alive").at("127.0.0.7").build();
        samplers.keep(BANK, List.of(alive));
        await().until(() -> asked.of(alive) >= 5);
    }

    @Test
    void aProberThatBreaksIsAnErrorAndIsAskedAgain() {
        asked.breaks = "broken";
        var ask = healthOf("broken").build();
        samplers.keep(CART, List.of(ask));
        await().until(() -> asked.of(ask) >= 2);
        assertThat(reading(ask).orElseThrow().outcome()).isEqualTo(Outcome.Error);
    }

    @Test
    void aStandbyAsksNothingAndRemembersNothing() {
        var ask = healthOf("a").build();
        samplers.keep(CART, List.of(ask));
        await().until(() -> reading(ask).isPresent());
        samplers.pause();
        assertThat(store.readings(CART).byQuestion()).isEmpty();
        int sofar = asked.of(ask) + 1;
        await().pollDelay(Duration.ofMillis(200)).until(() -> asked.of(ask) <= sofar);
        assertThat(store.readings(CART).byQuestion()).isEmpty();
    }

    @Test
    void aNewLeaderAsksTheQuestionsItGotAsAStandby() {
        samplers.pause();
        var ask = healthOf("a").build();
        samplers.keep(CART, List.of(ask));
        samplers.resume();
        await().until(() -> reading(ask).isPresent());
    }

    @Test
    void manyOldTargetsDoNotStartAllAtOnceAndANewPodDoesNotQueueBehindThem() {
        var old = IntStream.range(0, 2_000)
                .mapToObj(i -> healthOf("old" + i)
                        .every(HOUR)
                        .notBefore(Instant.EPOCH)
                        .at("host" + i)
                        .build())
                .toList();
        samplers.keep(CART, old);
        var young = healthOf("young").every(HOUR).at("young").build();
        samplers.keep(BANK, List.of(young));
        await().until(() -> asked.hosts.size() == 2_001);
        assertThat(asked.first(young)).isBefore(asked.first(old.getLast()));
    }

    private Optional<Reading> reading(Ask ask) {
        return store.readings(CART).of(ask.question());
    }

    /** A prober that answers at once, hangs or breaks, and records its asks. */
    private static final class ScriptedProber implements Prober {
        final Map<String, List<Instant>> times = new ConcurrentHashMap<>();
        final Map<String, AtomicInteger> now = new ConcurrentHashMap<>();
        final Map<String, Integer> most = new ConcurrentHashMap<>();
        final Set<String> hosts = ConcurrentHashMap.newKeySet();
        final AtomicInteger interrupted = new AtomicInteger();
        final CountDownLatch hanging = new CountDownLatch(1);
        volatile String hangs = "nobody";
        volatile String breaks = "nobody";

        @Override
        public Answered ask(DeploymentRef deployment, Ask ask) throws InterruptedException {
            var pod = pod(ask);
            var host = ask.request().host();
            hosts.add(host);
            times.computeIfAbsent(pod, _ -> new CopyOnWriteArrayList<>()).add(Instant.now());
            int atOnce = now.computeIfAbsent(host, _ -> new AtomicInteger()).incrementAndGet();
            most.merge(pod, atOnce, Math::max);
            try {
                return Answered.with(answer(pod));
            } catch (InterruptedException e) {
                interrupted.incrementAndGet();
                throw e;
            } finally {
                now.get(host).decrementAndGet();
            }
        }

        private Sample answer(String pod) throws InterruptedException {
            if (pod.startsWith(hangs)) {
                hanging.await();
            }
            if (pod.startsWith(breaks)) {
                throw new IllegalStateException("broken");
            }
            return pass();
        }

        int of(Ask ask) {
            return times.getOrDefault(pod(ask), List.of()).size();
        }

        Instant first(Ask ask) {
            return at(ask, 0);
        }

        Instant at(Ask ask, int index) {
            return times.get(pod(ask)).get(index);
        }

        int underWay(String host) {
            return now.getOrDefault(host, new AtomicInteger()).get();
        }

        int mostAtOnce(Ask ask) {
            return most.get(pod(ask));
        }

        private static String pod(Ask ask) {
            return ((OnePod) ask.question().target()).uid();
        }
    }
}
