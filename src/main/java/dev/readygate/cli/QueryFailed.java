package dev.readygate.cli;

/** The cluster could not be asked, or knows nothing of what was named: one sentence with what to do. */
final class QueryFailed extends RuntimeException {
    static final int CODE = 2;

    private static final long serialVersionUID = 1;

    QueryFailed(String sentence) {
        super(sentence);
    }
}
