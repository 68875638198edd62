package dev.readygate.score;

/** The colour of a score. */
public enum Grade {
    Green,
    Amber,
    Red,
    /** There is no score to colour. */
    Unknown;

    static Grade of(double score, Thresholds thresholds) {
        if (score >= thresholds.green()) {
            return Green;
        }
        return score >= thresholds.amber() ? Amber : Red;
    }
}
