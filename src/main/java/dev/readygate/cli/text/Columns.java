package dev.readygate.cli.text;

/** How wide the columns of a table have become, so that a line that comes later stands in line with those before. */
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
