package dev.readygate.policy;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.Category;
import java.util.List;

/**
 * A policy with its standards pulled in.
 *
 * @param missing what it names and nobody has, one sentence each; the rest of it goes on
 * @param remarks what its author probably did not mean, one sentence each
 */
public record Resolved(
        Policy policy,
        List<Category> categories,
        List<PolicyCheck> checks,
        List<String> missing,
        List<String> remarks) {
    public Resolved {
        requireNonNull(policy, "policy");
        categories = List.copyOf(categories);
        checks = List.copyOf(checks);
        missing = List.copyOf(missing);
        remarks = List.copyOf(remarks);
    }
}
