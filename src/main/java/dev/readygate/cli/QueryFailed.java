package dev.readygate.cli;

/** The cluster cannot be reached, or does not have the named object: one sentence that says what to do. */
final class QueryFailed extends RuntimeException {
    static final int CODE = 2;

    private static final long serialVersionUID = 1;

    QueryFailed(String sentence) {
        super(sentence);
    }
}
