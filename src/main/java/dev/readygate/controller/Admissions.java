package dev.readygate.controller;

import dev.readygate.admit.AdmitWaiver;
import dev.readygate.admit.CompiledPolicy;
import dev.readygate.admit.Compiling;
import dev.readygate.admit.PolicyId;
import dev.readygate.admit.PolicyNamePool;
import dev.readygate.cluster.admission.CompiledPolicyWriter;
import dev.readygate.cluster.observe.ClusterObserver;
import dev.readygate.cluster.policy.Policies;
import dev.readygate.cluster.policy.Policies.PlacedPolicy;
import dev.readygate.controller.CompiledPolicyTrials.DesiredPolicy;
import dev.readygate.controller.PolicyReconciler.ReconcilerContext;
import dev.readygate.facts.AdmitEnforcement;
import dev.readygate.policy.Resolved;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Keeps the generated admission policies in step with the ReadinessPolicies: every change leads to a pass over all
 * of them, so that the operator also catches up with changes from before it started.
 */
public final class Admissions implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Admissions.class);
    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(5);

    private final Watching watching;
    private final CompiledPolicyTrials trials;
    private final int places;
    private final KeyedSchedule schedule = new KeyedSchedule("admissions", _ -> look());
    private volatile boolean leading;

    /** @param places how many admission policies the installation may create */
    public Admissions(Watching watching, CompiledPolicyTrials trials, int places) {
        this.watching = watching;
        this.trials = trials;
        this.places = places;
        watching.around().switchboard().connectAdmissions(this::changed);
    }

    /** The wanted policies, and the existing ones. */
    public record Watching(
            Policies policies,
            ClusterObserver cluster,
            CompiledPolicyWriter compiledPolicies,
            ReconcilerContext around) {}

    /** Whether the API server enforces the checks of a policy at gate Admit. */
    public AdmitEnforcement standing(Resolved resolved, String namespace) {
        if (!Compiling.asks(resolved)) {
            return new AdmitEnforcement.NoRules();
        }
        return places == 0
                ? new AdmitEnforcement.OnlyScored("this installation makes no admission policies")
                : trials.of(Compiling.policy(resolved, namespace));
    }

    /** A standby changes nothing; the leader catches up. */
    public void resume() {
        leading = true;
        changed();
    }

    public void pause() {
        leading = false;
    }

    /** Called on a change of anything that the wanted policies depend on. */
    public void changed() {
        again(SOON);
    }

    private void again(Duration in) {
        schedule.run("all", in);
    }

    private void look() {
        if (!leading || places == 0) {
            return;
        }
        if (!watching.policies().fresh()
                || !watching.cluster().fresh()
                || !watching.compiledPolicies().fresh()) {
            again(SOON);
            return;
        }
        try {
            var now = watching.around().clock().instant();
            make(now).map(it -> Duration.between(now, it)).ifPresent(it -> again(it.isPositive() ? it : SOON));
        } catch (RuntimeException e) {
            LOG.warnf("cannot bring the admission policies of gate Admit up to date, trying again: %s", e.getMessage());
            again(AFTER_A_FAILURE);
        }
    }

    private Optional<Instant> make(Instant now) {
        var waivers = watching.cluster().waivers(now);
        var wanted = wanted(waivers);
        var plan = new PolicyNamePool(places, watching.compiledPolicies().taken());
        plan.useless(wanted.keySet()).forEach(watching.compiledPolicies()::remove);
        var obstacles =
                wanted.isEmpty() ? Map.<PolicyId, AdmitEnforcement>of() : made(wanted, plan.of(wanted.keySet()));
        var again = trials.tryAll(wanted.values(), obstacles, now);
        return Stream.concat(again.stream(), waivers.stream().map(AdmitWaiver::until))
                .min(Instant::compareTo);
    }

    private Map<PolicyId, DesiredPolicy> wanted(List<AdmitWaiver> waivers) {
        var wanted = new TreeMap<PolicyId, DesiredPolicy>();
        for (var it : watching.policies().placed()) {
            compiled(it, waivers).ifPresent(compiled -> wanted.put(compiled.policy(), new DesiredPolicy(compiled, it)));
        }
        return wanted;
    }

    private static Optional<CompiledPolicy> compiled(PlacedPolicy it, List<AdmitWaiver> waivers) {
        return Compiling.of(
                it.resolved(),
                it.namespace(),
                it.where(),
                waivers.stream()
                        .filter(one ->
                                it.namespace().isEmpty() || it.namespace().equals(one.namespace()))
                        .toList());
    }

    /** Why an admission policy could not be created, for each such policy. */
    private Map<PolicyId, AdmitEnforcement> made(Map<PolicyId, DesiredPolicy> wanted, Map<PolicyId, String> names) {
        var obstacles = new HashMap<PolicyId, AdmitEnforcement>();
        var owner = watching.compiledPolicies().owner();
        wanted.forEach((policy, it) -> make(it.compiled(), Optional.ofNullable(names.get(policy)), owner)
                .ifPresent(obstacle -> obstacles.put(policy, obstacle)));
        return obstacles;
    }

    private Optional<AdmitEnforcement> make(
            CompiledPolicy compiled, Optional<String> name, Optional<OwnerReference> owner) {
        if (owner.isEmpty()) {
            return Optional.of(
                    new AdmitEnforcement.OnlyScored("the admission policies of the chart are not installed"));
        }
        if (name.isEmpty()) {
            return Optional.of(new AdmitEnforcement.InvalidRules(
                    "all %d admission policies this installation may make are in use: raise admission.places in the chart"
                            .formatted(places)));
        }
        try {
            watching.compiledPolicies().put(name.get(), compiled, owner.get());
            return Optional.empty();
        } catch (KubernetesClientException refused) {
            return Optional.of(obstacle(refused));
        }
    }

    private static AdmitEnforcement obstacle(KubernetesClientException refused) {
        return switch (refused.getCode()) {
            case HttpURLConnection.HTTP_FORBIDDEN ->
                new AdmitEnforcement.OnlyScored("the operator has no right to make admission policies");
            case 422 -> new AdmitEnforcement.InvalidRules("the API server does not take it: " + firstLine(refused));
            default -> new AdmitEnforcement.UnconfirmedRules("the API server could not be told: " + firstLine(refused));
        };
    }

    private static String firstLine(KubernetesClientException refused) {
        var said = refused.getStatus() == null
                ? refused.getMessage()
                : refused.getStatus().getMessage();
        var line = String.valueOf(said).lines().findFirst().orElse("");
        return line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }

    @Override
    public void close() {
        schedule.close();
    }
}
