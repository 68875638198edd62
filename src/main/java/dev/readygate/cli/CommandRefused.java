package dev.readygate.cli;

/** What was asked for is not done, for a reason that is no trouble of the cluster's: one sentence. */
final class CommandRefused extends RuntimeException {
    static final int CODE = 1;

    private static final long serialVersionUID = 1;

    CommandRefused(String sentence) {
        super(sentence);
    }
}
