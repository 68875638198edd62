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
 * Several policies on one Deployment, as one: the union of their checks, and the strictest consequence.
 *
 * @param drivenBy another controller that rolls it out, so that nothing is enforced
 */
public record EffectivePolicy(List<Resolved> policies, List<MergedCheck> checks, Optional<String> drivenBy) {
    public EffectivePolicy {
        policies = List.copyOf(policies);
        checks = List.copyOf(checks);
        requireNonNull(drivenBy, "drivenBy");
    }

    /** As it is where another controller moves the Deployment's traffic: two of them would fight, so we only look on. */
    public EffectivePolicy whereDrivenBy(String other) {
        return new EffectivePolicy(
                policies, checks.stream().map(MergedCheck::onlyScored).toList(), Optional.of(other));
    }

    /** @param policies in a stable order; where something cannot be combined, the first one counts */
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

    /** What is done with a new revision: only who enforces has a say. */
    public Rollout rollout() {
        return new StrictestRollout(policies.stream()
                        .map(Resolved::policy)
                        .filter(Policy::enforces)
                        .map(it -> it.spec().rollout())
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

    /** Every question as it is put; those nobody could answer anyway are left out. */
    public List<CheckSpec> questions() {
        return checks.stream()
                .filter(it -> it.mistake().isEmpty())
                .flatMap(it -> it.variants().stream())
                .toList();
    }

    /** What people read for a category, for those that have it. */
    public Map<String, String> titles() {
        return policies.stream()
                .flatMap(it -> it.categories().stream())
                .filter(it -> it.title() != null)
                .collect(Collectors.toMap(Category::name, Category::title, (first, later) -> first));
    }

    /** Each line as high as the highest among the policies. */
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

    /** The policies with a date on which people look at them again. */
    public Stream<Reviewed> reviews() {
        return policies.stream()
                .map(Resolved::policy)
                .filter(it -> Objects.nonNull(it.spec().review()))
                .map(it -> new Reviewed(it.spec().review(), it));
    }

    public record Reviewed(Review review, Policy policy) {}

    /** One sentence for each name under which policies ask different things. */
    public List<String> conflicts() {
        return checks.stream()
                .filter(MergedCheck::isConflict)
                .map(EffectivePolicy::sentence)
                .toList();
    }

    /** Those in which this policy has a part. */
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
