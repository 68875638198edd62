package dev.readygate.checks.manifest;

import static java.util.Objects.requireNonNull;

import dev.readygate.facts.Outcome;
import java.util.List;

/**
 * The result of one rule of a manifest check.
 *
 * @param name empty for a check that is one expression
 * @param message what to do, or why there is no answer; empty for a rule that is kept
 * @param containers those that break it, where it speaks of containers
 */
public record RuleResult(String name, RuleWords words, Outcome outcome, String message, List<String> containers) {
    public RuleResult {
        requireNonNull(name, "name");
        requireNonNull(words, "words");
        requireNonNull(outcome, "outcome");
        requireNonNull(message, "message");
        containers = List.copyOf(containers);
    }

    /**
     * For people; each may be empty.
     *
     * @param why the consequence without it
     * @param fix the change
     */
    public record RuleWords(String title, String why, String fix) {
        public RuleWords {
            requireNonNull(title, "title");
            requireNonNull(why, "why");
            requireNonNull(fix, "fix");
        }
    }
}
