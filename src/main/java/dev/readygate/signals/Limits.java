package dev.readygate.signals;

/**
 * How many samples may be under way at once.
 *
 * @param perHost for one host on behalf of one namespace: nobody is flooded, and nobody's slow check of a host delays
 *     another namespace's checks of it
 * @param perNamespace for all hosts on behalf of one namespace
 */
public record Limits(int perHost, int perNamespace) {
    public static final Limits DEFAULT = new Limits(16, 512);

    public Limits {
        if (perHost < 1 || perNamespace < 1) {
            throw new IllegalArgumentException(
                    "limits must be at least 1, not %d and %d".formatted(perHost, perNamespace));
        }
    }
}
