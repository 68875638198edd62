package dev.readygate.api.v1alpha1;

/** The content of a section of a document; docs/guides/reports.md says where each part takes it from. */
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
