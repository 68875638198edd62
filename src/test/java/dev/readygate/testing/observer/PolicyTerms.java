package dev.readygate.testing.observer;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.Mode;
import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.api.v1alpha1.Rollout;
import dev.readygate.testing.observer.Sighting.SeenDeployment;
import dev.readygate.testing.observer.Sighting.SeenPolicy;
import dev.readygate.testing.observer.Sighting.SeenStatement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The terms of a namespace's policies for one Deployment, in all their versions up to a moment. */
record PolicyTerms(History history, String deployment, long upTo) {

    /** A version that counted for one rollout counts until its end, so any of these may be the one. */
    List<ReadinessPolicySpec> versions() {
        return history.all(SeenPolicy.class)
                .filter(it -> it.version() < upTo)
                .map(it -> it.what().spec())
                .filter(it -> it.mode() == Mode.Enforce && selects(it))
                .toList();
    }

    /** Rollouts of standards are not seen: where a policy has none, the defaults stand for them. */
    Stream<Rollout> rollouts() {
        return versions().stream().map(it -> Objects.requireNonNullElse(it.rollout(), Rollout.DEFAULT));
    }

    private boolean selects(ReadinessPolicySpec spec) {
        return spec.selector().matchExpressions().isEmpty()
                && labels().entrySet().containsAll(spec.selector().matchLabels().entrySet());
    }

    private Map<String, String> labels() {
        return history.before(upTo, SeenDeployment.class, it -> it.name().equals(deployment))
                .map(it -> it.what().wish().labels())
                .orElse(Map.of());
    }

    /** The checks that each of these versions has at gate Serve, and that no waiver excuses. */
    List<CheckSpec> alwaysAskedAtServe() {
        var versions = versions();
        return versions.stream()
                .limit(1)
                .flatMap(it -> it.checks().stream())
                .filter(it -> it.gate() == Gate.Serve && !isWaived(it.name()))
                .filter(it ->
                        versions.stream().allMatch(version -> version.checks().contains(it)))
                .toList();
    }

    Stream<CheckSpec> named(String name) {
        return versions().stream()
                .flatMap(it -> it.checks().stream())
                .filter(it -> it.name().equals(name));
    }

    private boolean isWaived(String check) {
        return history.all(SeenStatement.class)
                .filter(it -> it.version() < upTo)
                .map(Seen::what)
                .anyMatch(it -> it.kind().equals("ReadinessWaiver") && it.spec().contains("\"" + check + "\""));
    }
}
