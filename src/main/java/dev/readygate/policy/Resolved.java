package dev.readygate.policy;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.Category;
import dev.readygate.api.v1alpha1.Rollout;
import java.util.List;

/**
 * A policy merged with its standards.
 *
 * @param rollout the policy's own, else that of its first standard with one
 * @param missing standards that it names and that do not exist, one sentence each; its other checks still count
 * @param remarks probable mistakes of its author, one sentence each
 */
public record Resolved(
        Policy policy,
        List<Category> categories,
        List<PolicyCheck> checks,
        Rollout rollout,
        List<String> missing,
        List<String> remarks) {
    public Resolved {
        requireNonNull(policy, "policy");
        categories = List.copyOf(categories);
        checks = List.copyOf(checks);
        requireNonNull(rollout, "rollout");
        missing = List.copyOf(missing);
        remarks = List.copyOf(remarks);
    }
}
