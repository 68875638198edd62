package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The terms of the policies when a revision's rollout began. They count for that revision even if the policies
 * change, also after a restart of the operator.
 *
 * @param checks those at a gate, several of one name where policies contradict each other
 */
@ApiType
public record AttemptStatus(String revision, List<CheckSpec> checks, Rollout rollout) {
    public AttemptStatus {
        requireNonNull(revision, "revision");
        checks = Copy.of(checks);
        rollout = rollout == null ? Rollout.DEFAULT : rollout;
    }
}
