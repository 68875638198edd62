package dev.readygate.signals.fetch;

/**
 * How many samples may be under way at once.
 *
 * @param perHost for one host on behalf of one namespace: no host is flooded, and a slow check of a host does not
 *     delay another namespace's checks of it
 * @param perNamespace for all hosts on behalf of one namespace
 * @param total for all namespaces: at some 20 KiB each, what a process that is starved of CPU can have piled up
 */
public record Limits(int perHost, int perNamespace, int total) {
    /** For samples that read a whole body: it may be a megabyte, and a few times that while it is judged. */
    public static final Limits OF_BODIES = new Limits(16, 16, 32);

    public static final Limits DEFAULT = new Limits(16, 512, 2048);

    public Limits {
        if (perHost < 1 || perNamespace < 1 || total < 1) {
            throw new IllegalArgumentException("a limit below 1 lets nobody through");
        }
    }
}
