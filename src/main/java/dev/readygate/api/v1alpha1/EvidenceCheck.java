package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

@ApiType
@ValidationRule(
        value = "!has(self.autoRaise) || !self.autoRaise || (has(self.notWorseThanBaseline) && "
                + "size(self.notWorseThanBaseline) > 0)",
        message = "autoRaise raises the limits of notWorseThanBaseline: name a number there, or remove autoRaise")
public record EvidenceCheck(
        @JsonPropertyDescription("The type of ReadinessEvidence, for example unit-tests.")
        @Required
        @Size(min = 1, max = 63)
        @Pattern(Patterns.NAME)
        String type,

        @JsonPropertyDescription(
                "What the evidence has to be about. Any: whatever it names must fit. Revision: the image or "
                        + "commit of this revision. Image: its image. Commit: its commit. Deployment: the Deployment.")
        @Default("Any")
        EvidenceScope about,

        @JsonPropertyDescription("Older evidence does not count.")
        ReadinessDuration maxAge,

        @JsonPropertyDescription("Who may have given it. Left out, anybody who may create evidence.")
        Authors from,

        @JsonPropertyDescription(
                "A CEL expression over data (and outcome) that must be true. Left out, the outcome of the "
                        + "evidence counts. Example: data.failed == 0 && data.total > 0.")
        @Size(min = 1, max = 2048)
        String expression,

        @JsonPropertyDescription(
                "A CEL expression that gives a number from 0 to 100, for part of the weight. Example: 100.0 * "
                        + "data.done / data.required. It does not open a gate.")
        @Size(min = 1, max = 2048)
        String score,

        @JsonPropertyDescription(
                "Numbers in data that must not be below those of the baseline, for example coverage. With a minus "
                        + "in front, not above: -p95.")
        @Atomic
        @Size(max = 20)
        List<@Size(max = 120) @Pattern(Patterns.RATCHET) String> notWorseThanBaseline,

        @JsonPropertyDescription(
                "The limit of these numbers is the best that was ever stated and still counts, not that of the baseline.")
        @Default("false")
        Boolean autoRaise,

        @JsonPropertyDescription(
                "What reports show of data, for example {rps} requests/s, p95 {load.p95} ms. Left out, only whether it passes.")
        @Size(max = 256)
        @Pattern(Patterns.DATA_TEMPLATE)
        String show)
        implements CheckKind {

    public EvidenceCheck {
        about = requireNonNullElse(about, EvidenceScope.Any);
        notWorseThanBaseline = Copy.of(notWorseThanBaseline);
        autoRaise = requireNonNullElse(autoRaise, false);
    }

    @ApiType
    @ValidationRule(
            value = "(has(self.users) && size(self.users) > 0) || (has(self.groups) && size(self.groups) > 0)",
            message = "users and groups are both empty: name at least one of either")
    public record Authors(
            @JsonPropertyDescription(
                    "User names as the API server knows them, for example system:serviceaccount:ci:runner.")
            @Atomic
            @Size(max = 50)
            List<@Size(min = 1, max = 253) String> users,

            @JsonPropertyDescription("Groups as the API server knows them.") @Atomic @Size(max = 50)
            List<@Size(min = 1, max = 253) String> groups) {

        public Authors {
            users = Copy.of(users);
            groups = Copy.of(groups);
        }
    }

    public enum EvidenceScope {
        Any,
        Revision,
        Image,
        Commit,
        Deployment
    }
}
