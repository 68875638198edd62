package dev.readygate.score;

/** Whether this is ready for production. */
public enum Verdict {
    Pass,
    Conditional,
    Fail,
    Unknown
}
