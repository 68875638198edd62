package dev.readygate.policy;

import dev.readygate.api.v1alpha1.Category;
import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.ReadinessStandardSpec;
import dev.readygate.api.v1alpha1.Rollout;
import dev.readygate.api.v1alpha1.StandardRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Merges a policy's standards into it. Its own checks win over theirs. Of two standards each keeps its checks: where
 * they use one name for different checks, the later standard's is called standard/name.
 */
public final class Resolving {
    private static final String NOT_KEPT =
            "this policy is more than the namespace's share of the operator's memory has room for, and asks nothing:"
                    + " make it smaller, or remove others and create it again";

    private final Policy policy;
    private final Map<String, Category> categories = new LinkedHashMap<>();
    private final Map<String, PolicyCheck> checks = new LinkedHashMap<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    private Optional<Rollout> rollout;

    private Resolving(Policy policy) {
        this.policy = policy;
        rollout = Optional.ofNullable(policy.spec().rollout());
        policy.spec().categories().forEach(it -> categories.put(it.name(), it));
        policy.spec().checks().forEach(it -> checks.put(it.name(), asked(it, notKept(it))));
    }

    /** A check without a question stands for a policy that the operator has no memory to keep. */
    private static Optional<String> notKept(CheckSpec check) {
        return check.asksSomething() ? Optional.empty() : Optional.of(NOT_KEPT);
    }

    public static Resolved of(Policy policy, Standards standards) {
        var resolving = new Resolving(policy);
        policy.spec()
                .standards()
                .forEach(it -> standards
                        .named(it.name())
                        .ifPresentOrElse(found -> resolving.pullIn(it, found), () -> resolving.miss(it)));
        return resolving.resolved();
    }

    private Resolved resolved() {
        return new Resolved(
                policy,
                List.copyOf(categories.values()),
                List.copyOf(checks.values()),
                rollout.orElse(Rollout.DEFAULT),
                missing,
                remarks);
    }

    /** A missing standard becomes a required check: a report without part of its checks must not look complete. */
    private void miss(StandardRef ref) {
        var sentence = "there is no ReadinessStandard %s: create it, or remove it from standards".formatted(ref.name());
        missing.add(sentence);
        var placeholder = CheckSpec.placeholder("standard/" + ref.name());
        checks.put(placeholder.name(), asked(placeholder, Optional.of(sentence)));
    }

    private void pullIn(StandardRef ref, ReadinessStandardSpec standard) {
        rollout = rollout.or(() -> Optional.ofNullable(standard.rollout()));
        standard.categories().forEach(it -> categories.putIfAbsent(it.name(), it));
        var filling = new ParameterSubstitution(ref, standard);
        remarks.addAll(filling.remarks());
        remarks.addAll(uselessSkips(ref, standard));
        var own = own();
        standard.checks().stream()
                .filter(it -> !ref.skip().contains(it.name()) && !own.contains(it.name()))
                .forEach(it -> add(ref, filling.fill(it)));
    }

    private Set<String> own() {
        return policy.spec().checks().stream().map(CheckSpec::name).collect(Collectors.toSet());
    }

    private void add(StandardRef ref, ParameterSubstitution.Filled filled) {
        var spec = filled.spec();
        var before = checks.get(spec.name());
        var ours = before == null || before.spec().equals(spec) ? spec : spec.of(ref.name());
        checks.putIfAbsent(ours.name(), asked(ours, filled.mistake()));
    }

    private static List<String> uselessSkips(StandardRef ref, ReadinessStandardSpec standard) {
        var names = standard.checks().stream().map(CheckSpec::name).collect(Collectors.toSet());
        return ref.skip().stream()
                .filter(it -> !names.contains(it))
                .map(it -> "standard %s has no check %s to skip: correct or remove it".formatted(ref.name(), it))
                .toList();
    }

    private PolicyCheck asked(CheckSpec spec, Optional<String> mistake) {
        return new PolicyCheck(spec, policy.ref(), policy.spec().mode(), mistake);
    }
}
