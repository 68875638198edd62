package dev.readygate.api.v1alpha1;

/** What a section of a document shows; docs/guides/reports.md says where each takes its content from. */
public enum DocumentPart {
    Summary,
    Categories,
    Board,
    Checks,
    Dora,
    Actions,
    Risks,
    Decisions,
    ExitCriteria,
    Comparison,
    Missing,
    Validation,
    KnownIssues,
    Baseline,
    RollbackPlan,
    Factors,
    Gaps,
    Slos,
    Evidence,
    History,
    Scores,
    NextReview
}
