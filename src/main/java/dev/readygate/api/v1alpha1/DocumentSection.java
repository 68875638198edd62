package dev.readygate.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

@ApiType
@ValidationRule(
        value = "!(self.show in ['Checks', 'Scans', 'Data']) || has(self.checks) || has(self.categories)",
        message = "a section that shows Checks, Scans or Data says of which checks: give checks or categories")
@ValidationRule(
        value = "!has(self.limit) || self.show in ['Actions', 'Risks', 'Missing', 'Gaps', 'History']",
        message = "this section is no list of the most important first: leave limit out")
@ValidationRule(
        value = "!has(self.categories) || !(self.show in " + DocumentSection.OF_THE_WHOLE + ")",
        message = "this section is about the whole and shows no categories: leave categories out")
@ValidationRule(
        value = "!has(self.checks) || !(self.show in " + DocumentSection.OF_THE_WHOLE
                + " || self.show in ['Categories', 'Board', 'Comparison'])",
        message = "this section shows no single checks: leave checks out")
public record DocumentSection(
        @JsonPropertyDescription(
                "What it shows: Summary, Categories, Board, Checks, Dora, Actions, Risks, Decisions, ExitCriteria, "
                        + "Comparison, Missing, Validation, KnownIssues, Baseline, RollbackPlan, Factors, Gaps, Slos, "
                        + "Evidence, History, Scores, NextReview, TitlePage, Environments, Scans, Data or Roadmap.")
        @Required
        DocumentPart show,

        @JsonPropertyDescription("Its heading. Left out, what it shows.") @Size(min = 1, max = 120)
        String title,

        @JsonPropertyDescription("A paragraph under the heading.") @Size(max = 2048)
        String text,

        @JsonPropertyDescription("Only these categories, where it shows categories or checks.") @Atomic @Size(max = 20)
        List<@Size(max = 63) @Pattern(Patterns.NAME) String> categories,

        @JsonPropertyDescription("Only these checks, where it shows checks.") @Atomic @Size(max = 20)
        List<@Size(max = 63) @Pattern(Patterns.NAME) String> checks,

        @JsonPropertyDescription(
                "Only so many, the most important or newest first: of Actions, Risks, Missing, Gaps " + "and History.")
        @Min(1)
        @Max(100)
        Integer limit) {

    static final String OF_THE_WHOLE =
            "['Summary', 'Risks', 'Slos', 'Dora', 'History', 'Scores', 'Baseline', 'RollbackPlan', 'NextReview', "
                    + "'TitlePage', 'Environments']";

    public DocumentSection {
        categories = Copy.of(categories);
        checks = Copy.of(checks);
    }

    /** A section as it is where a document names none. */
    public static DocumentSection of(DocumentPart part) {
        return new DocumentSection(part, null, null, null, null, null);
    }

    public <T> List<T> limited(List<T> sorted) {
        return limit == null ? sorted : sorted.stream().limit(limit).toList();
    }

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
        NextReview,
        TitlePage,
        Environments,
        Scans,
        Data,
        Roadmap
    }
}
