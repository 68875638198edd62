package dev.readygate.signals.fetch;

/**
 * How much of an answer is read.
 *
 * @param body in bytes, as sent and again as decompressed
 * @param headers all of them together, in bytes
 */
public record Caps(int body, int headers) {
    public static final Caps DEFAULT = new Caps(1 << 20, 16 << 10);
}
