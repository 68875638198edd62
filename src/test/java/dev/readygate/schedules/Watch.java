package dev.readygate.schedules;

import dev.readygate.api.v1alpha1.Rollout.OnTimeout;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.Hold;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Pod;
import dev.readygate.facts.Snapshot;
import dev.readygate.gate.Effect;
import java.util.Optional;

/** Actions that must never happen, at any state of the caches and after any crash. */
final class Watch {
    private final ApiServer api;

    Watch(ApiServer api) {
        this.api = api;
    }

    static final class ModelViolation extends AssertionError {
        ModelViolation(String what) {
            super(what);
        }
    }

    static void must(boolean holds, String what) {
        if (!holds) {
            throw new ModelViolation(what);
        }
    }

    void before(Effect effect, ModelOperator by, Governing policy, Snapshot world) {
        switch (effect) {
            case Effect.OpenGate it -> mayOpen(it.pod(), by, policy, world);
            case Effect.WriteBook it -> it.entry().ifPresent(entry -> mayWrite(entry, by, policy, world));
            case Effect.Refuse it -> mayWrite(it.entry(), by, policy, world);
            case Effect.Unpause _ -> notAPersonsPause("unpaused", world);
            case Effect.Restore _ -> notAPersonsPause("restored", world);
            case Effect.Empty it -> takesNothingVerified(it.revision().hash());
            case Effect.Remove it -> takesNothingVerified(it.revision().hash());
            case Effect.PutBack _, Effect.GiveBack _, Effect.Pause _, Effect.Retry _, Effect.Announce _ -> {}
        }
    }

    /** Because of its own answers, or because a user or the policy lets it pass. */
    private void mayOpen(Pod pod, ModelOperator by, Governing policy, Snapshot world) {
        var wishes = world.workload().wishes();
        boolean everybody = !policy.rules().enforced()
                || api.book().map(it -> it.gates().isEmpty()).orElse(true)
                || policy.rules().rollout().onTimeout() == OnTimeout.Proceed;
        must(
                everybody
                        || api.verifies(pod.hash())
                        || wishes.proceeds(pod.hash())
                        || by.reading(pod.uid()).equals(Optional.of(Outcome.Pass)),
                "opened pod %s, which said %s".formatted(pod.uid(), by.reading(pod.uid())));
    }

    private void mayWrite(BookEntry entry, ModelOperator by, Governing policy, Snapshot world) {
        entry.hold()
                .filter(it -> !api.book().flatMap(BookEntry::hold).equals(Optional.of(it)))
                .ifPresent(it -> mayHold(it, by, policy, world));
        if (api.book().filter(it -> !it.gates().isEmpty()).isPresent()) {
            entry.verified().stream().filter(it -> !api.verifies(it)).forEach(it -> mayVerify(it, by, policy, world));
        }
    }

    /** Never a verified revision, and only for a reason. */
    private void mayHold(Hold hold, ModelOperator by, Governing policy, Snapshot world) {
        must(!api.verifies(hold.hash()), "held %s, which is verified".formatted(hold.hash()));
        boolean again = api.book()
                .flatMap(BookEntry::hold)
                .filter(it -> it.hash().equals(hold.hash()))
                .isPresent();
        boolean failed = world.podsOf(hold.hash()).stream()
                .anyMatch(it -> by.reading(it.uid()).equals(Optional.of(Outcome.Fail)));
        must(
                again
                        || failed
                        || world.workload().wishes().rejects(hold.hash())
                        || policy.rules().rollout().onTimeout() == OnTimeout.Withdraw,
                "held %s for no reason: %s".formatted(hold.hash(), hold));
    }

    private void mayVerify(String hash, ModelOperator by, Governing policy, Snapshot world) {
        long pass = count(hash, Outcome.Pass, by, world);
        boolean passes = count(hash, Outcome.Fail, by, world) == 0
                && pass >= world.workload().desired().replicas();
        must(
                passes
                        || world.workload().wishes().proceeds(hash)
                        || policy.rules().rollout().onTimeout() == OnTimeout.Proceed,
                "verified %s without its checks".formatted(hash));
    }

    private static long count(String hash, Outcome outcome, ModelOperator by, Snapshot world) {
        return world.podsOf(hash).stream()
                .filter(it -> by.reading(it.uid()).equals(Optional.of(outcome)))
                .count();
    }

    private void notAPersonsPause(String what, Snapshot world) {
        boolean current = Long.toString(api.deployment().version())
                .equals(world.workload().resourceVersion());
        must(!current || !api.deployment().pausedByAPerson(), what + " what a person paused");
    }

    private void takesNothingVerified(String hash) {
        must(!api.verifies(hash), "took away %s, which is verified".formatted(hash));
    }
}
