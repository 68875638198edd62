package dev.readygate.facts;

/** The answer to one question. Unknown is never a failure: only Fail may cause a withdrawal. */
public enum Outcome {
    Pass,
    Fail,
    /** No answer: no data, no target yet, not asked long enough. */
    Unknown,
    /** The operator could not ask the question: forbidden address, broken expression, missing Secret. */
    Error,
    /** It fails, and a waiver of a known author excuses it for a while. */
    Waived,
    /** The question makes no sense here, for example with zero replicas. */
    NotApplicable
}
