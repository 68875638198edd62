package dev.readygate.checks.text;

/** Texts of users may be long; a message is not. */
public final class BriefText {
    private static final int LONGEST = 100;

    private BriefText() {}

    public static String of(String text) {
        return of(text, LONGEST);
    }

    public static String of(String text, int most) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= most ? line : line.substring(0, most - 1) + "…";
    }
}
