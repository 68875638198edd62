package dev.readygate.checks.promql;

import dev.readygate.checks.promql.QueryTemplate.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts a query into fixed text and variables, and knows for each the kind of string it is in. */
final class QueryTemplateReader {
    private final String text;
    private final List<Piece> pieces = new ArrayList<>();
    private Optional<Character> opening = Optional.empty();
    private boolean matched;
    private int begun;
    private int at;

    private QueryTemplateReader(String text) {
        this.text = text;
    }

    static List<Piece> read(String text) {
        return new QueryTemplateReader(text).all();
    }

    private List<Piece> all() {
        while (at < text.length()) {
            int end = text.startsWith("{{", at) ? text.indexOf("}}", at) : -1;
            if (end > 0) {
                add(begun, at, false);
                add(at + 2, end, true);
                at = end + 2;
                begun = at;
            } else {
                step(text.charAt(at));
            }
        }
        add(begun, at, false);
        return pieces;
    }

    private void add(int from, int to, boolean braced) {
        var piece = text.substring(from, to);
        pieces.add(new Piece(braced ? piece.strip() : piece, braced, opening, matched));
    }

    private void step(char c) {
        if (opening.isPresent()) {
            if (c == '\\' && opening.get() != '`') {
                at++;
            } else if (c == opening.get()) {
                opening = Optional.empty();
            }
        } else if (c == '"' || c == '\'' || c == '`') {
            matched = text.substring(0, at).stripTrailing().endsWith("~");
            opening = Optional.of(c);
        } else if (c == '#') {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        }
        at++;
        at = Math.min(at, text.length());
    }
}
