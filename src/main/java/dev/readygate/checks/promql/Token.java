package dev.readygate.checks.promql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A piece of PromQL. Templates are PromQL too: a variable outside of a string is a piece of its own. */
record Token(TokenKind kind, String text) {
    enum TokenKind {
        Name,
        Number,
        Text,
        Variable,
        Sign
    }

    private static final Pattern NEXT = Pattern.compile("(?:\\s|#[^\\n]*)*(?:"
            + "(?<variable>\\{\\{[^{}]*}})"
            + "|(?<text>\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|`[^`]*`)"
            + "|(?<number>[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?[a-zA-Z0-9]*|\\.[0-9]+)"
            + "|(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)"
            + "|(?<sign>=~|!~|!=|==|>=|<=|[-+*/%^=<>(){}\\[\\],@]))"
            + "|(?<end>(?:\\s|#[^\\n]*)*$)");

    /** Empty if the text has other pieces. */
    static Optional<List<Token>> all(String text) {
        var tokens = new ArrayList<Token>();
        var next = NEXT.matcher(text);
        int at = 0;
        while (next.region(at, text.length()).lookingAt()) {
            if (next.group("end") != null) {
                return Optional.of(tokens);
            }
            tokens.add(token(next));
            at = next.end();
        }
        return Optional.empty();
    }

    private static Token token(Matcher found) {
        if (found.group("variable") != null) {
            return new Token(TokenKind.Variable, found.group("variable"));
        }
        if (found.group("text") != null) {
            return new Token(TokenKind.Text, found.group("text"));
        }
        if (found.group("number") != null) {
            return new Token(TokenKind.Number, found.group("number"));
        }
        return found.group("name") != null
                ? new Token(TokenKind.Name, found.group("name"))
                : new Token(TokenKind.Sign, found.group("sign"));
    }

    boolean is(String expected) {
        return text.equals(expected);
    }
}
