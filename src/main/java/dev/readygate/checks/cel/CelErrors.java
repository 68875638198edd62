package dev.readygate.checks.cel;

import dev.cel.common.CelErrorCode;
import dev.cel.common.CelIssue;
import dev.cel.runtime.CelEvaluationException;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The error in an expression, in a sentence that says where. CEL's own texts may quote the data; these never do. */
final class CelErrors {
    private static final Pattern OFFSET = Pattern.compile("<input>:(\\d+)");
    private static final Pattern EXPECTATION = Pattern.compile(" expecting \\{.*", Pattern.DOTALL);
    private static final int LONGEST_MESSAGE = 300;

    private CelErrors() {}

    /** Only the expression has been seen yet, so CEL may be quoted. */
    static String compiling(List<CelIssue> issues) {
        var first = issues.getFirst();
        var place = first.getSourceLocation();
        var where = place.getLine() > 1
                ? "line %d, character %d".formatted(place.getLine(), place.getColumn() + 1)
                : "character %d".formatted(place.getColumn() + 1);
        return place.getLine() < 1
                ? message(first.getMessage())
                : "%s at %s".formatted(message(first.getMessage()), where);
    }

    private static String message(String ofCel) {
        var message = EXPECTATION
                .matcher(ofCel.replace("(in container '')", "").replace("<EOF>", "end"))
                .replaceFirst("")
                .strip()
                .replaceAll("\\s+", " ");
        return message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) + "…" : message;
    }

    static String planning(CelEvaluationException problem) {
        return message(String.valueOf(problem.getMessage()));
    }

    static String evaluating(CelEvaluationException problem) {
        var offset = offset(problem);
        var what = what(problem.getErrorCode());
        return offset.isPresent() ? "%s at character %d".formatted(what, offset.getAsInt() + 1) : what;
    }

    private static OptionalInt offset(CelEvaluationException problem) {
        var found = OFFSET.matcher(String.valueOf(problem.getMessage()));
        return found.find() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
    }

    private static String what(CelErrorCode code) {
        return switch (code) {
            case ATTRIBUTE_NOT_FOUND -> "it reads a field that is not there";
            case INDEX_OUT_OF_BOUNDS -> "it reads an element that is not there";
            case OVERLOAD_NOT_FOUND, INVALID_ARGUMENT, TYPE_NOT_FOUND ->
                "it meets a value of another kind than it takes";
            case DIVIDE_BY_ZERO -> "it divides by zero";
            case NUMERIC_OVERFLOW -> "a number gets too large";
            case BAD_FORMAT -> "it meets a text of another form than it takes";
            default -> "it cannot be evaluated on this";
        };
    }
}
