package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

@ApiType
@ValidationRule(
        value = "!has(self.steps) || size(self.steps) == 0 || self.steps[size(self.steps) - 1].share == '100%'",
        message = "steps must end at 100%: add {share: 100%} as the last step")
@ValidationRule(
        value = "!has(self.steps) || (self.steps.map(s, double(s.share.replace('%', ''))).isSorted()"
                + " && self.steps.all(s, self.steps.exists_one(t, t.share == s.share)))",
        message = "steps must increase: give every step a larger share than the one before")
public record Rollout(
        @JsonPropertyDescription(
                "How the new pods are given traffic, share by share. None means all at once, when the checks of "
                        + "gate Serve pass.")
        @Atomic
        @Size(max = 20)
        List<RolloutStep> steps,

        @JsonPropertyDescription(
                "How long a revision is watched under full traffic before it is verified and becomes the "
                        + "baseline. 0s means not at all.")
        @Default("5m")
        @Pattern(ReadinessDuration.PATTERN_OR_ZERO)
        ReadinessDuration soak,

        @JsonPropertyDescription("How long a gate waits for an answer before onTimeout decides.")
        WaitAtMost waitAtMost,

        @JsonPropertyDescription(
                "What happens to a revision that fails at gate Serve or Stay. Withdraw: it is taken back where "
                        + "that needs no new pods of the baseline first, otherwise held. Rollback: it is taken back in any "
                        + "case. Hold: its pods wait, nothing is taken back. Notify: you are told. Withdraw when left out.")
        OnFailure onFailure,

        @JsonPropertyDescription(
                "What happens when waitAtMost has passed without an answer. KeepWaiting: it stays held. Withdraw: "
                        + "it is taken back. Proceed: it is let through.")
        @Default("KeepWaiting")
        OnTimeout onTimeout,

        @JsonPropertyDescription(
                "What counts as a failure besides failing checks. CrashLoop: containers of the new pods keep "
                        + "crashing. ProgressDeadline: Kubernetes gives up on the rollout, unless a gate was what it waited "
                        + "for.")
        @Atomic
        @Size(max = 2)
        List<FailOn> failOn) {

    public static final Rollout DEFAULT = new Rollout(null, null, null, null, null, null);

    public Rollout {
        steps = Copy.of(steps);
        soak = requireNonNullElse(soak, new ReadinessDuration("5m"));
        waitAtMost = requireNonNullElse(waitAtMost, WaitAtMost.DEFAULT);
        onFailure = requireNonNullElse(onFailure, OnFailure.Withdraw);
        onTimeout = requireNonNullElse(onTimeout, OnTimeout.KeepWaiting);
        failOn = Copy.of(failOn);
    }

    /** The same rollout, with steps and soak no longer than those of the other. */
    public Rollout notLongerThan(Rollout other) {
        boolean shorter = soak.toDuration().compareTo(other.soak().toDuration()) < 0;
        return new Rollout(
                steps.isEmpty() ? steps : other.steps(),
                shorter ? soak : other.soak(),
                waitAtMost,
                onFailure,
                onTimeout,
                failOn);
    }

    public enum FailOn {
        CrashLoop,
        ProgressDeadline
    }

    /** In order of strictness: of several policies on one Deployment the last one of these counts. */
    public enum OnFailure {
        Notify,
        Hold,
        Withdraw,
        Rollback
    }

    /** In order of strictness: of several policies on one Deployment the last one of these counts. */
    public enum OnTimeout {
        Proceed,
        KeepWaiting,
        Withdraw
    }

    @ApiType
    @ValidationRule(
            value = "self.share.matches('[1-9]')",
            message = "share must be above 0%: leave the step out, or give it a share")
    public record RolloutStep(
            @JsonPropertyDescription(
                    "The new pods' share of all ready pods. It is reached as closely as whole pods allow, and never "
                            + "exceeded.")
            @Required
            Percentage share,

            @JsonPropertyDescription(
                    "How long this share is watched before the next step. Left out, the next step follows as soon as "
                            + "the checks pass.")
            @JsonProperty("for")
            ReadinessDuration lasts) {}

    @ApiType
    public record WaitAtMost(
            @JsonPropertyDescription("At gate Start, where approvals and evidence are waited for.") @Default("24h")
            ReadinessDuration start,

            @JsonPropertyDescription("At gate Serve, where new pods are probed.") @Default("30m")
            ReadinessDuration serve) {

        static final WaitAtMost DEFAULT = new WaitAtMost(null, null);

        public WaitAtMost {
            start = requireNonNullElse(start, new ReadinessDuration("24h"));
            serve = requireNonNullElse(serve, new ReadinessDuration("30m"));
        }
    }
}
