package dev.readygate.gate;

import dev.readygate.api.v1alpha1.CheckSpec.OnNoData;
import dev.readygate.api.v1alpha1.Gate;
import dev.readygate.checks.Check;
import dev.readygate.checks.Finding;
import dev.readygate.checks.Finding.Measured;
import dev.readygate.checks.SomeReason;
import dev.readygate.checks.Subject;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Pod;
import java.util.Map;
import java.util.Optional;

/** Checks with the outcomes that a test gives. */
final class Scripted {
    private Scripted() {}

    static GateRule signedOff(Outcome says) {
        return new GateRule(
                "signed-off",
                Optional.of(Gate.Start),
                OnNoData.Wait,
                subject -> new Finding(
                        "signed-off", SomeReason.of(says), "nobody approved", Measured.NOTHING, Optional.empty()));
    }

    static GateRule healthy(Map<String, Outcome> answers) {
        return new GateRule("healthy", Optional.of(Gate.Serve), OnNoData.Wait, new ScriptedCheck(answers));
    }

    /**
     * Has the outcome that the test gives for each revision, and the worst of several. Running revisions without
     * one are left out.
     */
    private record ScriptedCheck(Map<String, Outcome> answers) implements Check {
        @Override
        public Finding evaluate(Subject subject) {
            return finding(subject.newPods().stream()
                    .map(it -> answers.getOrDefault(it.hash(), Outcome.Unknown))
                    .filter(it -> subject.candidate().isPresent() || it != Outcome.Unknown)
                    .reduce((one, other) -> one == Outcome.Pass ? other : one)
                    .orElse(Outcome.Unknown));
        }

        @Override
        public Finding evaluate(Subject subject, Pod pod) {
            return finding(answers.getOrDefault(pod.hash(), Outcome.Unknown));
        }

        @Override
        public boolean asksPods() {
            return true;
        }

        private static Finding finding(Outcome outcome) {
            return new Finding("healthy", SomeReason.of(outcome), "answered 503", Measured.NOTHING, Optional.empty());
        }
    }
}
