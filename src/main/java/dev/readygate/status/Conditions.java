package dev.readygate.status;

import dev.readygate.api.v1alpha1.Condition;
import dev.readygate.api.v1alpha1.ConditionStatus;
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

    Conditions say(String type, ConditionStatus status, Because because) {
        now.add(new Condition(type, status, because.reason(), because.message(), since(type, status), generation));
        return this;
    }

    /** Adds the condition only while it is true: tools that follow kstatus react to its mere presence. */
    Conditions sayIf(boolean so, String type, Because because) {
        return so ? say(type, ConditionStatus.True, because) : this;
    }

    /**
     * @param reason one word for machines
     * @param message one sentence for people
     */
    record Because(String reason, String message) {}

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
