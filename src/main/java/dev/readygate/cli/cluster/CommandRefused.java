package dev.readygate.cli.cluster;

/** The command does not do what the user asked, for a reason outside the cluster: one sentence. */
public final class CommandRefused extends RuntimeException {
    public static final int CODE = 1;

    private static final long serialVersionUID = 1;

    public CommandRefused(String sentence) {
        super(sentence);
    }
}
