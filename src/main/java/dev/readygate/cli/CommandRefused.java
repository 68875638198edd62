package dev.readygate.cli;

/** The command does not do what the user asked, for a reason outside the cluster: one sentence. */
final class CommandRefused extends RuntimeException {
    static final int CODE = 1;

    private static final long serialVersionUID = 1;

    CommandRefused(String sentence) {
        super(sentence);
    }
}
