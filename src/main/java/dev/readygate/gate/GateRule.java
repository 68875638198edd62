package dev.readygate.gate;

import static java.util.Objects.requireNonNull;

import dev.readygate.api.v1alpha1.CheckSpec.OnNoData;
import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.checks.Check;
import dev.readygate.checks.Finding;
import dev.readygate.checks.kinds.AllChecks;
import java.util.Optional;

/** One check, and the gate at which it must pass; without a gate it is only scored. */
public record GateRule(String name, Optional<Gate> gate, OnNoData onNoData, Check check) {
    public GateRule {
        requireNonNull(name, "name");
        requireNonNull(gate, "gate");
        requireNonNull(onNoData, "onNoData");
        requireNonNull(check, "check");
    }

    GateRule onlyScored() {
        return new GateRule(name, Optional.empty(), onNoData, check);
    }

    /** Passes if either of the two checks passes. */
    GateRule orAs(GateRule other) {
        return new GateRule(name, gate, onNoData, AllChecks.either(other.check(), check));
    }

    /** The meaning of a finding at a gate. Only a Fail can fail a revision, and not a Fail that passes with time. */
    public enum Bearing {
        LetsPass,
        Holds,
        Refuses
    }

    public Bearing bearing(Finding finding) {
        return switch (finding.outcome()) {
            case Pass, Waived, NotApplicable -> Bearing.LetsPass;
            case Fail -> check.healsByItself() ? Bearing.Holds : Bearing.Refuses;
            case Unknown, Error -> withoutData();
        };
    }

    private Bearing withoutData() {
        return switch (onNoData) {
            case Wait -> Bearing.Holds;
            case Fail -> Bearing.Refuses;
            case Pass, Skip -> Bearing.LetsPass;
        };
    }
}
