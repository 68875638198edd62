package dev.readygate.schedules;

import dev.readygate.facts.RevisionDecisions;
import java.util.Optional;

/** @param given the operator has returned the template's fields to their owner */
record Deployment(
        long version,
        long generation,
        ModelTemplate template,
        boolean paused,
        Optional<String> held,
        int replicas,
        RevisionDecisions wishes,
        boolean given,
        Status status) {

    /** @param observed the generation that the Deployment controller has seen */
    record Status(long observed, long number, int total, int updated, int available) {}

    static Deployment of(ModelTemplate template, int replicas) {
        return new Deployment(
                1,
                1,
                template,
                false,
                Optional.empty(),
                replicas,
                RevisionDecisions.NONE,
                true,
                new Status(0, 0, 0, 0, 0));
    }

    Deployment declaring(ModelTemplate other) {
        return new Deployment(version, generation, other, paused, held, replicas, wishes, given, status);
    }

    Deployment paused(boolean now, Optional<String> why) {
        return new Deployment(version, generation, template, now, why, replicas, wishes, given, status);
    }

    Deployment scaled(int wanted) {
        return new Deployment(version, generation, template, paused, held, wanted, wishes, given, status);
    }

    Deployment wishing(RevisionDecisions other) {
        return new Deployment(version, generation, template, paused, held, replicas, other, given, status);
    }

    Deployment given(boolean back) {
        return new Deployment(version, generation, template, paused, held, replicas, wishes, back, status);
    }

    Deployment with(Status other) {
        return new Deployment(version, generation, template, paused, held, replicas, wishes, given, other);
    }

    /** The stored object. */
    Deployment after(Deployment before, long newVersion) {
        boolean changed = !template.equals(before.template) || paused != before.paused || replicas != before.replicas;
        return new Deployment(
                newVersion,
                before.generation + (changed ? 1 : 0),
                template,
                paused,
                held,
                replicas,
                wishes,
                given,
                status);
    }

    boolean pausedByAPerson() {
        return paused && held.isEmpty();
    }
}
