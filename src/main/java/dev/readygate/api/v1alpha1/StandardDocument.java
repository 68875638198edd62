package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** The form of a report as a document: words and order. The content comes from the cluster alone. */
@ApiType
public record StandardDocument(
        @JsonPropertyDescription("Its heading. Left out, the title of the standard.") @Size(min = 1, max = 120)
        String title,

        @JsonPropertyDescription("How scores are written: Percent, OutOfTen or OutOfHundred.") @Default("Percent")
        DocumentScale scale,

        @JsonPropertyDescription("Its words for grades.") GradeWords grades,
        @JsonPropertyDescription("Its words for verdicts.") VerdictWords verdicts,

        @JsonPropertyDescription("The score that is aimed at. Left out, the score from which the policy says Pass.")
        TargetBand target,

        @JsonPropertyDescription("What it shows, in this order. Left out, what most documents show.")
        @Atomic
        @Size(max = 30)
        List<DocumentSection> sections) {

    public StandardDocument {
        scale = requireNonNullElse(scale, DocumentScale.Percent);
        grades = requireNonNullElse(grades, GradeWords.DEFAULT);
        verdicts = requireNonNullElse(verdicts, VerdictWords.DEFAULT);
        sections = Copy.of(sections);
    }
}
