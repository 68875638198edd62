package dev.readygate.cli.text;

/** Remembers the widths of a table's columns, so that later lines align with earlier ones. */
public final class Columns {
    private int[] widths = {};

    int[] atLeast(int[] wanted) {
        var grown = wanted.clone();
        for (int column = 0; column < Math.min(widths.length, grown.length); column++) {
            grown[column] = Math.max(grown[column], widths[column]);
        }
        widths = grown;
        return grown.clone();
    }
}
