package dev.readygate.status;

import static java.util.stream.Collectors.joining;

import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.api.v1alpha1.ReadinessPolicySpec;
import dev.readygate.policy.Asked;
import dev.readygate.policy.Resolved;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a policy asks for that this version accepts but does not do. Said, because silence would pass for a yes. */
final class NotYet {
    private NotYet() {}

    static List<String> in(Resolved policy) {
        var spec = policy.policy().spec();
        return Stream.of(gates(policy), notifications(spec))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> gates(Resolved policy) {
        var names = policy.checks().stream()
                .map(Asked::spec)
                .filter(it -> it.gate() == Gate.Admit)
                .map(CheckSpec::name)
                .collect(joining(", "));
        return saidIf(
                !names.isEmpty(),
                "The gate Admit holds nothing in this version; these checks are only scored: " + names + ".");
    }

    private static Optional<String> notifications(ReadinessPolicySpec spec) {
        return saidIf(!spec.notifications().isEmpty(), "Notifications are not sent by this version; Events are.");
    }

    private static Optional<String> saidIf(boolean so, String sentence) {
        return so ? Optional.of(sentence) : Optional.empty();
    }
}
