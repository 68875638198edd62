package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

/**
 * One check of one target.
 *
 * @param settings the whole check, compared by value: an edited check is asked again
 */
public record Question(String check, Object settings, Target target) {
    public Question {
        requireNonNull(check, "check");
        requireNonNull(settings, "settings");
        requireNonNull(target, "target");
    }
}
