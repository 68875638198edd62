package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

/**
 * One check put to one target.
 *
 * @param settings all the check says, compared by value: a check that was edited asks anew
 */
public record Question(String check, Object settings, Target target) {
    public Question {
        requireNonNull(check, "check");
        requireNonNull(settings, "settings");
        requireNonNull(target, "target");
    }
}
