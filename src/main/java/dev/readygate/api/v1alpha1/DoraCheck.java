package dev.readygate.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;

@ApiType
@ValidationRule(
        value = "[has(self.minPerDay), has(self.within), has(self.maxRate), has(self.level)].filter(x, x).size() == 1",
        message = "a DORA number has one limit: give exactly one of minPerDay, within, maxRate, level")
@ValidationRule(
        value = "!has(self.minPerDay) || self.metric == 'DeploymentFrequency'",
        message = "minPerDay limits the DeploymentFrequency: change metric, or give within, maxRate or level")
@ValidationRule(
        value = "!has(self.within) || self.metric in ['LeadTime', 'RecoveryTime', 'RollbackTime']",
        message =
                "within limits LeadTime, RecoveryTime and RollbackTime: change metric, or give minPerDay, maxRate or level")
@ValidationRule(
        value = "!has(self.level) || self.metric != 'RollbackTime'",
        message = "RollbackTime has no level: give within")
@ValidationRule(
        value = "!has(self.maxRate) || self.metric in ['ChangeFailureRate', 'ReworkRate']",
        message = "maxRate limits ChangeFailureRate and ReworkRate: change metric, or give minPerDay, within or level")
public record DoraCheck(
        @JsonPropertyDescription("The number that is compared.") @Required
        DoraMetric metric,

        @JsonPropertyDescription("At least so many deployments a day, for DeploymentFrequency; 0.14 is once a week.")
        @Min(value = 0, inclusive = false)
        Double minPerDay,

        @JsonPropertyDescription("At most this long, for LeadTime, RecoveryTime and RollbackTime.")
        ReadinessDuration within,

        @JsonPropertyDescription("At most this share, for ChangeFailureRate and ReworkRate.")
        Percentage maxRate,

        @JsonPropertyDescription("At least this level, for any but RollbackTime.")
        DoraLevel level,

        @JsonPropertyDescription("The time over which it is taken.") @Default("90d")
        ReadinessDuration window,

        @JsonPropertyDescription("With fewer deployments in that time it is NotApplicable.")
        @Default("5")
        @Min(1)
        @Max(1000)
        Integer minDeployments)
        implements CheckKind {

    public DoraCheck {
        window = requireNonNullElse(window, new ReadinessDuration("90d"));
        minDeployments = requireNonNullElse(minDeployments, 5);
    }

    public enum DoraMetric {
        DeploymentFrequency,
        LeadTime,
        ChangeFailureRate,
        RecoveryTime,
        ReworkRate,
        /** What rollbacks took; none of DORA's numbers, so it has no level. */
        RollbackTime
    }
}
