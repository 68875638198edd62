package dev.readygate.cli.text;

/** The colour of a word in a terminal. */
public enum Colour {
    Plain(""),
    Good("32"),
    Wait("33"),
    Bad("31"),
    Strong("1");

    private final String code;

    Colour(String code) {
        this.code = code;
    }

    String paint(String text) {
        return code.isEmpty() || text.isEmpty() ? text : "\033[%sm%s\033[0m".formatted(code, text);
    }

    /** The colour of a phase, a state, an outcome, a verdict or a grade, or of a rule that only warns. */
    static Colour of(Object word) {
        return switch (String.valueOf(word)) {
            case "Green", "Pass", "Passed", "Waived" -> Good;
            case "Amber", "Conditional", "Unknown", "Held", "Start", "Serve", "Stay", "Pending", "Warn" -> Wait;
            case "Red", "Fail", "Failed", "Error", "TimedOut", "Withdrawn", "Withdrawing", "Restoring" -> Bad;
            default -> Plain;
        };
    }
}
