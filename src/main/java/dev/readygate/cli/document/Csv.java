package dev.readygate.cli.document;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.regex.Pattern;

/** Comma-separated values, as RFC 4180 describes them. */
public final class Csv {
    private static final Pattern QUOTED = Pattern.compile("[\",\r\n]");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?");
    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    public static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        var harmless = startsAFormula(text) ? "'" + text : text;
        return QUOTED.matcher(harmless).find() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    /** A spreadsheet would calculate it, and messages hold what strangers wrote. */
    private static boolean startsAFormula(String text) {
        return !text.isEmpty()
                && FORMULA.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
    }
}
