package dev.readygate.cli.cluster;

/** The cluster cannot be reached, or does not have the named object: one sentence that says what to do. */
public final class QueryFailed extends RuntimeException {
    public static final int CODE = 2;

    private static final long serialVersionUID = 1;

    public QueryFailed(String sentence) {
        super(sentence);
    }
}
