package dev.readygate.score;

import dev.readygate.api.v1alpha1.Grade;
import dev.readygate.api.v1alpha1.Scoring;

/** The thresholds of grades and verdicts, all in points of 100. */
public record Thresholds(double green, double amber, double pass, double conditional, double minCoverage) {

    public static Thresholds of(Scoring scoring) {
        return new Thresholds(
                scoring.green(), scoring.amber(), scoring.pass(), scoring.conditional(), scoring.minCoverage());
    }

    /** Compared exactly: 89.9 is not 90, however it is displayed. */
    Grade grade(double score) {
        if (score >= green) {
            return Grade.Green;
        }
        return score >= amber ? Grade.Amber : Grade.Red;
    }
}
