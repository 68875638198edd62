package dev.readygate.cli.check;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One Deployment, and the results of its checks.
 *
 * @param notAsked checks that only a cluster could answer
 */
public record Checked(CheckedDeployment name, Place place, List<OfflineAnswer> answers, List<SkippedCheck> notAsked) {
    public Checked {
        requireNonNull(name, "name");
        requireNonNull(place, "place");
        answers = List.copyOf(answers);
        notAsked = List.copyOf(notAsked);
    }

    public record CheckedDeployment(String namespace, String deployment) {
        @Override
        public String toString() {
            return namespace + "/" + deployment;
        }
    }

    /** @param kind the kind as the policy writes it, such as http */
    public record SkippedCheck(String check, String kind, String by) {}
}
