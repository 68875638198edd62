package dev.readygate.status;

import dev.readygate.api.v1alpha1.Condition;
import dev.readygate.api.v1alpha1.Condition.ConditionStatus;
import dev.readygate.api.v1alpha1.ConditionReason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects conditions; lastTransitionTime changes only when the status changes. */
final class Conditions {
    private final List<Condition> before;
    private final long generation;
    private final Instant at;
    private final List<Condition> now = new ArrayList<>();

    /** @param generation of the resource they are about */
    Conditions(List<Condition> before, long generation, Instant at) {
        this.before = before;
        this.generation = generation;
        this.at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Adds the condition, and the one that its reason puts beside it. */
    Conditions say(String type, Because because) {
        add(type, because.reason().status(), because);
        because.reason().beside().ifPresent(it -> add(it, ConditionStatus.True, because));
        return this;
    }

    private void add(String type, ConditionStatus status, Because because) {
        var reason = because.reason().name();
        now.add(new Condition(type, status, reason, because.message(), since(type, status), generation));
    }

    /** @param message one sentence for people */
    record Because(ConditionReason reason, String message) {}

    private Instant since(String type, ConditionStatus status) {
        return before.stream()
                .filter(it -> it.type().equals(type) && it.status() == status)
                .map(Condition::lastTransitionTime)
                .findFirst()
                .orElse(at);
    }

    List<Condition> sorted() {
        return now.stream().sorted(Comparator.comparing(Condition::type)).toList();
    }
}
