package dev.readygate.signals;

import dev.readygate.checks.Ask;
import dev.readygate.checks.Request;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Sample;
import dev.readygate.facts.Target;
import dev.readygate.signals.fetch.ConcurrencyLimiter;
import dev.readygate.signals.prometheus.AlignedTicks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/**
 * One ask, sampled again and again. Times lie on a grid that begins with the first sample, or that is common to all
 * asks that share answers. A sample that takes longer than its interval leaves a gap, and never a second one runs
 * beside it.
 */
final class Sampling {
    private static final Logger LOG = Logger.getLogger(Sampling.class);

    /** The wall clock may be set during a wait, so no single wait is longer than this. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final DeploymentRef ref;
    private final SamplingContext around;
    private volatile Ask ask;
    private volatile boolean stopped;
    private long due;
    private Future<?> next;
    private TimeLimit limit;

    Sampling(DeploymentRef ref, Ask ask, SamplingContext around) {
        this.ref = ref;
        this.ask = ask;
        this.around = around;
    }

    record SamplingContext(
            Prober prober,
            ReadingStore store,
            InstantSource clock,
            ConcurrencyLimiter limiter,
            ConcurrencyLimiter bodies,
            SamplingTimer timer,
            StartStagger stagger,
            FairThreads threads,
            SampleListener listener) {}

    DeploymentRef ref() {
        return ref;
    }

    Ask ask() {
        return ask;
    }

    /** Changes how the same question at the same pace is asked, from the next sample on. */
    void nowAsks(Ask changed) {
        ask = changed;
    }

    synchronized void start() {
        if (stopped) {
            return;
        }
        var now = around.clock().instant();
        var wait = Duration.between(now, ask.pace().notBefore());
        if (wait.isPositive()) {
            var nap = wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
            next = around.timer().at(System.nanoTime() + nap.toNanos(), this::start);
        } else {
            due = first(now);
            scheduleSample();
        }
    }

    /**
     * A shared answer from before the revision came says nothing about it, so its first sample waits for the next
     * tick.
     */
    private long first(Instant now) {
        if (sharesAnswers() && ask.question().target() instanceof Target.OneRevision) {
            return AlignedTicks.next(ask.pace().every());
        }
        return targetIsNew(now) ? System.nanoTime() : around.stagger().reserve(System.nanoTime());
    }

    /** A gate may wait for a new target; an old target can wait its turn. */
    private boolean targetIsNew(Instant now) {
        return ask.pace().notBefore().plus(ask.pace().every()).isAfter(now);
    }

    synchronized void stop() {
        stopped = true;
        if (next != null) {
            next.cancel(false);
        }
        if (limit != null) {
            limit.abort();
        }
    }

    private void scheduleSample() {
        next = around.timer().at(due, () -> Thread.startVirtualThread(this::sample));
    }

    private void sample() {
        try (var _ = place()) {
            var late = Duration.ofNanos(System.nanoTime() - due);
            if (beginsNow()) {
                deliver(take(), late);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            scheduleNext();
        }
    }

    /** Waiting for a shared answer takes no place; the request that fetches it has limits of its own. */
    private ConcurrencyLimiter.Pass place() throws InterruptedException {
        if (sharesAnswers()) {
            return () -> {};
        }
        var host = ask.request().host();
        return readsBody() ? placeForABody(host) : around.limiter().enter(ref.namespace(), host);
    }

    private ConcurrencyLimiter.Pass placeForABody(String host) throws InterruptedException {
        var body = around.bodies().enter(ref.namespace(), host);
        try {
            var place = around.limiter().enter(ref.namespace(), host);
            return () -> {
                place.close();
                body.close();
            };
        } catch (InterruptedException e) {
            body.close();
            throw e;
        }
    }

    private boolean readsBody() {
        return ask.request() instanceof Request.Http http && http.expectation().readsBody();
    }

    private boolean sharesAnswers() {
        return ask.request() instanceof Request.Metrics;
    }

    private synchronized boolean beginsNow() {
        if (!stopped) {
            limit = TimeLimit.start(around.timer(), ask.pace().timeout());
        }
        return !stopped;
    }

    private Sample take() {
        var current = ask;
        Answered answered;
        try {
            answered = around.prober().ask(ref, current);
        } catch (InterruptedException e) {
            answered = Answered.with(current.timedOut(around.clock().instant()));
        } catch (RuntimeException e) {
            answered = Answered.with(broken(e));
        }
        boolean late = limit.end();
        var sample = judge(answered);
        return late && wasAsked(sample) ? current.timedOut(around.clock().instant()) : sample;
    }

    private Sample judge(Answered answered) {
        try {
            return answered.costly()
                    ? around.threads().of(ref.namespace(), answered.judged())
                    : answered.judged().get();
        } catch (RuntimeException e) {
            return broken(e);
        }
    }

    /** If the operator did not get to ask in time, the target was not late. */
    private static boolean wasAsked(Sample sample) {
        return sample.outcome() != Outcome.Error;
    }

    private void deliver(Sample sample, Duration late) {
        if (!stopped) {
            around.store().put(ref, ask, sample);
            around.listener().sampled(sample, late);
        }
    }

    private synchronized void scheduleNext() {
        if (stopped) {
            return;
        }
        long every = ask.pace().every().toNanos();
        long overdue = System.nanoTime() - due;
        due = sharesAnswers()
                ? AlignedTicks.next(ask.pace().every())
                : due + every * (1 + Math.max(0, overdue / every));
        scheduleSample();
    }

    private Sample broken(RuntimeException cause) {
        LOG.errorf(cause, "%s: check %s could not be asked", ref, ask.question().check());
        var message = "could not be asked: " + cause.getClass().getSimpleName();
        return new Sample(around.clock().instant(), Outcome.Error, "not asked", message);
    }
}
