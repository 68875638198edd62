package dev.readygate.controller;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Snapshot;
import dev.readygate.gate.Decision;
import dev.readygate.gate.Rulebook;
import dev.readygate.gate.Rules;
import dev.readygate.policy.Agreement;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the policies said when a revision set out. Known as long as we run: after a restart a revision on its way is
 * judged by what they say then.
 */
final class Attempts {
    private final Map<DeploymentRef, Attempt> underWay = new ConcurrentHashMap<>();

    private record Attempt(String hash, Agreement agreement) {}

    /** @param usual what follows from the policies for a revision that sets out now */
    Rules rules(Snapshot world, Agreement now, Rules usual) {
        return Optional.ofNullable(underWay.get(world.workload().ref()))
                .filter(it -> world.current()
                        .filter(one -> one.hash().equals(it.hash()))
                        .isPresent())
                .map(it -> Rulebook.inFlight(it.agreement(), now))
                .orElse(usual);
    }

    void remember(Snapshot world, Decision decision, Agreement now) {
        var ref = world.workload().ref();
        var onItsWay = EnumSet.of(Phase.Start, Phase.Serve, Phase.Stay).contains(decision.phase());
        world.current()
                .filter(it -> onItsWay)
                .ifPresentOrElse(
                        it -> underWay.compute(
                                ref,
                                (_, known) -> known != null && known.hash().equals(it.hash())
                                        ? known
                                        : new Attempt(it.hash(), now)),
                        () -> underWay.remove(ref));
    }

    void forget(DeploymentRef ref) {
        underWay.remove(ref);
    }
}
