package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
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
        @Size(max = 40)
        List<DocumentSection> sections) {

    public StandardDocument {
        scale = requireNonNullElse(scale, DocumentScale.Percent);
        grades = requireNonNullElse(grades, GradeWords.DEFAULT);
        verdicts = requireNonNullElse(verdicts, VerdictWords.DEFAULT);
        sections = Copy.of(sections);
    }

    /** How a document writes a score that is 0 to 100. */
    public enum DocumentScale {
        /** 68.3 % */
        Percent,
        /** 6.83 / 10 */
        OutOfTen,
        /** 68.3 / 100 */
        OutOfHundred
    }

    @ApiType
    public record GradeWords(
            @JsonPropertyDescription("For grade Green.") @Default("GREEN") @Size(min = 1, max = 40)
            String green,

            @JsonPropertyDescription("For grade Amber.") @Default("AMBER") @Size(min = 1, max = 40)
            String amber,

            @JsonPropertyDescription("For grade Red.") @Default("RED") @Size(min = 1, max = 40)
            String red,

            @JsonPropertyDescription("For what nobody could answer yet.") @Default("UNKNOWN") @Size(min = 1, max = 40)
            String unknown) {

        static final GradeWords DEFAULT = new GradeWords(null, null, null, null);

        public GradeWords {
            green = requireNonNullElse(green, "GREEN");
            amber = requireNonNullElse(amber, "AMBER");
            red = requireNonNullElse(red, "RED");
            unknown = requireNonNullElse(unknown, "UNKNOWN");
        }
    }

    @ApiType
    @ValidationRule(
            value = "!has(self.to) || self.to >= self.from",
            message = "target.to must not be below target.from: raise to, or leave it out")
    public record TargetBand(
            @JsonPropertyDescription("The score that is aimed at, from 0 to 100.") @Required @Min(0) @Max(100)
            Integer from,

            @JsonPropertyDescription("The upper end of the band, where there is one.") @Min(0) @Max(100)
            Integer to) {}

    @ApiType
    public record VerdictWords(
            @JsonPropertyDescription("For verdict Pass.") @Default("PASS") @Size(min = 1, max = 60)
            String pass,

            @JsonPropertyDescription("For verdict Conditional.") @Default("CONDITIONAL PASS") @Size(min = 1, max = 60)
            String conditional,

            @JsonPropertyDescription("For verdict Fail.") @Default("FAIL") @Size(min = 1, max = 60)
            String fail,

            @JsonPropertyDescription("For verdict Unknown.") @Default("UNKNOWN") @Size(min = 1, max = 60)
            String unknown) {

        static final VerdictWords DEFAULT = new VerdictWords(null, null, null, null);

        public VerdictWords {
            pass = requireNonNullElse(pass, "PASS");
            conditional = requireNonNullElse(conditional, "CONDITIONAL PASS");
            fail = requireNonNullElse(fail, "FAIL");
            unknown = requireNonNullElse(unknown, "UNKNOWN");
        }
    }
}
