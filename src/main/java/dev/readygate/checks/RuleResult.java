package dev.readygate.checks;

import static java.util.Objects.requireNonNull;

import dev.readygate.facts.Outcome;

/**
 * What one rule of a manifest check says of a manifest.
 *
 * @param name empty for a check that is one expression
 * @param message what is false, or why nobody could tell; of what is kept, nothing
 */
public record RuleResult(String name, RuleWords words, Outcome outcome, String message) {
    public RuleResult {
        requireNonNull(name, "name");
        requireNonNull(words, "words");
        requireNonNull(outcome, "outcome");
        requireNonNull(message, "message");
    }

    /**
     * For people; each may be empty.
     *
     * @param why what happens without it
     * @param fix what to change
     */
    public record RuleWords(String title, String why, String fix) {
        public RuleWords {
            requireNonNull(title, "title");
            requireNonNull(why, "why");
            requireNonNull(fix, "fix");
        }
    }
}
