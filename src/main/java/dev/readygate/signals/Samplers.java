package dev.readygate.signals;

import dev.readygate.checks.Ask;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Question;
import dev.readygate.facts.Sample;
import dev.readygate.signals.fetch.ConcurrencyLimiter;
import dev.readygate.signals.fetch.Limits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** All running samplings, and the switch for all of them. Starts paused: a standby asks nothing. */
public final class Samplers implements AutoCloseable {
    /** After a restart, the operator takes first samples of 1,000 old targets a second. */
    private static final Duration START_GAP = Duration.ofMillis(1);

    private final SamplingTimer timer = new SamplingTimer();
    private final Sampling.SamplingContext around;
    private final Map<DeploymentRef, Map<Question, Sampling>> samplings = new HashMap<>();
    private final Map<DeploymentRef, Set<Question>> refused = new HashMap<>();
    private final SampleShares shares;
    private boolean paused = true;

    public Samplers(Prober prober, ReadingStore store, InstantSource clock, SamplerSettings settings) {
        this.around = new Sampling.SamplingContext(
                prober,
                store,
                clock,
                new ConcurrencyLimiter(settings.limits()),
                new ConcurrencyLimiter(Limits.OF_BODIES),
                timer,
                new StartStagger(START_GAP),
                settings.threads(),
                settings.listener());
        this.shares = new SampleShares(settings.perSecond());
    }

    /**
     * @param perSecond how many samples may be taken for one namespace each second
     * @param threads that judge
     */
    public record SamplerSettings(Limits limits, int perSecond, FairThreads threads, SampleListener listener) {}

    /** Takes exactly these samples from now on. A sampling with the same pace goes on undisturbed. */
    public synchronized void keep(DeploymentRef ref, Collection<Ask> asks) {
        var wanted = byQuestion(asks);
        var had = samplings.getOrDefault(ref, Map.of());
        if (!paused) {
            around.store().expect(ref, wanted.keySet());
        }
        refuse(ref, wanted);
        had.values().stream()
                .filter(it -> !goesOn(it, wanted.get(it.ask().question())))
                .forEach(Sampling::stop);
        var now = new HashMap<Question, Sampling>();
        wanted.forEach((question, ask) -> now.put(question, goOnOrBegin(ref, had.get(question), ask)));
        remember(ref, now);
    }

    /** Removes asks over the namespace's share, and stores an error as their answer. */
    private void refuse(DeploymentRef ref, Map<Question, Ask> wanted) {
        var over = shares.over(ref, wanted.values());
        var told = refused.getOrDefault(ref, Set.of());
        over.stream()
                .filter(it -> !paused && !told.contains(it))
                .forEach(it -> around.store()
                        .put(
                                ref,
                                wanted.get(it),
                                new Sample(around.clock().instant(), Outcome.Error, "not asked", shares.sentence())));
        wanted.keySet().removeAll(over);
        if (over.isEmpty() || paused) {
            refused.remove(ref);
        } else {
            refused.put(ref, over);
        }
    }

    /** Two policies may ask the same question; it is asked once. */
    private static Map<Question, Ask> byQuestion(Collection<Ask> asks) {
        var byQuestion = new LinkedHashMap<Question, Ask>();
        asks.forEach(ask -> byQuestion.putIfAbsent(ask.question(), ask));
        return byQuestion;
    }

    private static boolean goesOn(Sampling running, Ask wanted) {
        return wanted != null && running.ask().pace().equals(wanted.pace());
    }

    private Sampling goOnOrBegin(DeploymentRef ref, Sampling running, Ask ask) {
        if (running != null && goesOn(running, ask)) {
            running.nowAsks(ask);
            return running;
        }
        return begin(ref, ask);
    }

    private Sampling begin(DeploymentRef ref, Ask ask) {
        var sampling = new Sampling(ref, ask, around);
        if (!paused) {
            sampling.start();
        }
        return sampling;
    }

    private void remember(DeploymentRef ref, Map<Question, Sampling> now) {
        if (now.isEmpty()) {
            samplings.remove(ref);
        } else {
            samplings.put(ref, now);
        }
    }

    public void forget(DeploymentRef ref) {
        keep(ref, List.of());
    }

    /** Stops all samplings and forgets the answers: after a change of leader they are taken anew, never assumed. */
    public synchronized void pause() {
        paused = true;
        refused.clear();
        all(Sampling::stop);
        samplings.keySet().forEach(ref -> around.store().expect(ref, List.of()));
    }

    public synchronized void resume() {
        if (!paused) {
            return;
        }
        paused = false;
        samplings.forEach((ref, asked) -> {
            around.store().expect(ref, asked.keySet());
            asked.replaceAll((_, stopped) -> begin(ref, stopped.ask()));
        });
    }

    @Override
    public synchronized void close() {
        pause();
        timer.close();
    }

    private void all(Consumer<Sampling> what) {
        samplings.values().forEach(asked -> asked.values().forEach(what));
    }
}
