package dev.readygate.policy;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.Mode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One check of a Deployment, from all policies that contain it by that name. Where they differ, neither is known to
 * be the stricter one; so the operator evaluates all of them, and the worst outcome counts.
 */
public record MergedCheck(List<PolicyCheck> sides) {
    public MergedCheck {
        sides = List.copyOf(sides);
    }

    /** Its weight and texts are those of the first policy, but it is required and gated if it is so in any. */
    public CheckSpec spec() {
        var first = sides.getFirst().spec();
        return isConflict() ? first.stricter(isRequired(), gate().orElse(first.gate())) : first;
    }

    /** The earliest gate at which a policy that enforces has it. */
    public Optional<Gate> gate() {
        return gate(Mode.Enforce);
    }

    /** The earliest gate at which a policy that warns has it. */
    public Optional<Gate> warned() {
        return gate(Mode.Warn);
    }

    private Optional<Gate> gate(Mode mode) {
        return sides.stream()
                .filter(it -> it.mode() == mode)
                .map(it -> it.spec().gate())
                .filter(Objects::nonNull)
                .min(Gate::compareTo);
    }

    private boolean isRequired() {
        return sides.stream().anyMatch(it -> it.spec().required());
    }

    MergedCheck onlyScored() {
        return new MergedCheck(sides.stream()
                .map(it -> new PolicyCheck(it.spec(), it.by(), Mode.Observe, it.mistake()))
                .toList());
    }

    /** Whether policies give the same name to different checks. */
    boolean isConflict() {
        return variants().size() > 1;
    }

    /** Each distinct spec, once. */
    public List<CheckSpec> variants() {
        return sides.stream().map(PolicyCheck::spec).distinct().toList();
    }

    /** The specs of policies that enforce it. */
    List<CheckSpec> bindingVariants() {
        return sides.stream()
                .filter(it -> it.mode() == Mode.Enforce)
                .map(PolicyCheck::spec)
                .distinct()
                .toList();
    }

    /** The same checks at the same gate, from any policy. */
    public boolean asksTheSameAs(MergedCheck other) {
        return variants().equals(other.variants()) && gate().equals(other.gate());
    }

    public Optional<String> mistake() {
        return sides.stream().flatMap(it -> it.mistake().stream()).findFirst();
    }

    /** The names of the policies that contain it. */
    public String askedBy() {
        return sides.stream().map(it -> Policy.called(it.by())).distinct().collect(Collectors.joining(", "));
    }
}
