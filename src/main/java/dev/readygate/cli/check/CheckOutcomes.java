package dev.readygate.cli.check;

import java.util.List;

/**
 * The results of all checks.
 *
 * @param notes hints for the user, one sentence each
 */
public record CheckOutcomes(List<Checked> deployments, List<String> notes) {
    public CheckOutcomes {
        deployments = List.copyOf(deployments);
        notes = List.copyOf(notes);
    }

    public boolean fails(FailureLimit failOn) {
        return deployments.stream().flatMap(it -> it.answers().stream()).anyMatch(failOn::counts);
    }
}
