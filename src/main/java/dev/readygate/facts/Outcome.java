package dev.readygate.facts;

/** The answer to one question. Unknown is never failure: only Fail may take anything back. */
public enum Outcome {
    Pass,
    Fail,
    /** Nobody could tell: no data, no target yet, not asked long enough. */
    Unknown,
    /** The question itself could not be asked: refused address, broken expression, missing Secret. */
    Error,
    /** It fails, and somebody with a name excused it for a while. */
    Waived,
    /** The question makes no sense here, for example with zero replicas. */
    NotApplicable
}
