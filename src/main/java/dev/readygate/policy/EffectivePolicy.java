package dev.readygate.policy;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.Category;
import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.PolicyRef;
import dev.readygate.api.v1alpha1.Review;
import dev.readygate.api.v1alpha1.Risk;
import dev.readygate.api.v1alpha1.Rollout;
import dev.readygate.api.v1alpha1.Scoring;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Several policies on one Deployment, merged: the union of their checks, and the strictest consequence.
 *
 * @param drivenBy another controller that rolls it out, so that no gate is enforced
 */
public record EffectivePolicy(List<Resolved> policies, List<MergedCheck> checks, Optional<String> drivenBy) {
    public EffectivePolicy {
        policies = List.copyOf(policies);
        checks = List.copyOf(checks);
        requireNonNull(drivenBy, "drivenBy");
    }

    /**
     * The policy where another controller moves the Deployment's traffic: two controllers would fight, so Readygate
     * only scores.
     */
    public EffectivePolicy whereDrivenBy(String other) {
        return new EffectivePolicy(
                policies, checks.stream().map(MergedCheck::onlyScored).toList(), Optional.of(other));
    }

    /** @param policies in a stable order; where values cannot be merged, the first one counts */
    public static EffectivePolicy of(List<Resolved> policies) {
        Map<String, List<PolicyCheck>> byName = policies.stream()
                .flatMap(it -> it.checks().stream())
                .collect(Collectors.groupingBy(PolicyCheck::name, LinkedHashMap::new, Collectors.toList()));
        return new EffectivePolicy(
                policies, byName.values().stream().map(MergedCheck::new).toList(), Optional.empty());
    }

    public boolean isNone() {
        return policies.isEmpty();
    }

    public boolean enforced() {
        return drivenBy.isEmpty()
                && policies.stream().anyMatch(it -> it.policy().enforces());
    }

    /** The terms of a rollout: only policies that enforce count. */
    public Rollout rollout() {
        return new StrictestRollout(policies.stream()
                        .filter(it -> it.policy().enforces())
                        .map(Resolved::rollout)
                        .toList())
                .strictest();
    }

    public Optional<MergedCheck> named(String check) {
        return checks.stream().filter(it -> it.spec().name().equals(check)).findFirst();
    }

    public List<PolicyRef> refs() {
        return policies.stream().map(it -> it.policy().ref()).toList();
    }

    public List<CheckSpec> specs() {
        return checks.stream().map(MergedCheck::spec).toList();
    }

    public Map<String, Double> categoryWeights() {
        return policies.stream()
                .flatMap(it -> it.categories().stream())
                .collect(Collectors.toMap(Category::name, it -> (double) it.weight(), (first, later) -> first));
    }

    /** Each variant of each check, without checks that cannot be asked. */
    public List<CheckSpec> questions() {
        return checks.stream()
                .filter(it -> it.mistake().isEmpty())
                .flatMap(it -> it.variants().stream())
                .toList();
    }

    /** The titles of the categories that have one. */
    public Map<String, String> titles() {
        return policies.stream()
                .flatMap(it -> it.categories().stream())
                .filter(it -> it.title() != null)
                .collect(Collectors.toMap(Category::name, Category::title, (first, later) -> first));
    }

    /** Each threshold as high as the highest among the policies. */
    public Scoring scoring() {
        return new Scoring(
                highest(Scoring::green),
                highest(Scoring::amber),
                highest(Scoring::pass),
                highest(Scoring::conditional),
                highest(Scoring::minCoverage));
    }

    private int highest(ToIntFunction<Scoring> line) {
        return policies.stream()
                .map(it -> it.policy().spec().scoring())
                .mapToInt(line)
                .max()
                .orElseThrow();
    }

    /** Each risk once, by its name. */
    public List<Risk> risks() {
        return List.copyOf(policies.stream()
                .flatMap(it -> it.policy().spec().risks().stream())
                .collect(Collectors.toMap(Risk::name, Function.identity(), (first, later) -> first, LinkedHashMap::new))
                .values());
    }

    /** The policies with a review date. */
    public Stream<Reviewed> reviews() {
        return policies.stream()
                .map(Resolved::policy)
                .filter(it -> Objects.nonNull(it.spec().review()))
                .map(it -> new Reviewed(it.spec().review(), it));
    }

    public record Reviewed(Review review, Policy policy) {}

    /** One sentence for each check name under which policies ask different questions. */
    public List<String> conflicts() {
        return checks.stream()
                .filter(MergedCheck::isConflict)
                .map(EffectivePolicy::sentence)
                .toList();
    }

    /** The conflicts in which this policy takes part. */
    public List<String> conflictsOf(PolicyRef ref) {
        return checks.stream()
                .filter(MergedCheck::isConflict)
                .filter(it -> it.sides().stream().anyMatch(side -> isThe(ref, side.by())))
                .map(EffectivePolicy::sentence)
                .toList();
    }

    private static boolean isThe(PolicyRef ref, PolicyRef other) {
        return ref.kind().equals(other.kind()) && ref.name().equals(other.name());
    }

    private static String sentence(MergedCheck check) {
        return "Check %s is asked differently by %s: both are asked and the worse answer counts; rename or align them."
                .formatted(check.spec().name(), check.askedBy());
    }
}
