package dev.readygate.docs;

import dev.readygate.api.v1alpha1.AdmitReason;
import dev.readygate.api.v1alpha1.ConditionReason;
import dev.readygate.api.v1alpha1.EnforcedReason;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.PolicyReason;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.checks.FindingReason;
import dev.readygate.gate.Announcement.NewsKind;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** {@code docs/reference/reasons.md}: every reason, from the constants that the operator gives. */
final class ReasonsReference {
    private static final String PAGE = """
            # Reasons

            Generated from the constants in the code, such as `ReadyReason` and `FindingReason`: change those, then
            `./readygate generate`.

            These words change only with the API version; sentences beside them may be reworded at any time.

            ## Conditions of a report

            `Ready` is always there; `Reconciling` and `Stalled` only while they are True, with the same reason.

            | `Ready`, also | reason | meaning |
            |---|---|---|
            %s
            From its start on a revision has a condition for each gate it goes through (`Admit`, `Start`, `Serve`, `Stay`). Its
            reason is the state in `status.gates`:

            | status | reason | meaning |
            |---|---|---|
            %s
            ## Conditions of a policy

            | type | reason | status, also | meaning |
            |---|---|---|---|
            %s
            `Admit` is there only where there are such checks. A policy that is not `Ready` is `Stalled` where a person has to
            correct it, with the same reason, so that Flux and `kubectl wait` need not wait; otherwise it is `Reconciling`, as in
            the half minute after an installation.

            ## Events

            On the Deployment, each once, also across restarts of the operator:

            | type | reason | meaning |
            |---|---|---|
            %s
            ## Findings

            Behind an outcome (`Pass`, `Fail`, `Unknown`, `Error`, `Waived`, `NotApplicable`) these reasons stand.

            | reason | outcome | meaning |
            |---|---|---|
            %s""";

    private ReasonsReference() {}

    static String text() {
        return PAGE.formatted(
                table(Stream.of(ReadyReason.values()).map(it -> List.of(status(it), word(it.name()), it.meaning()))),
                table(Stream.of(GateState.values())
                        .sorted(Comparator.comparing(GateState::status))
                        .map(it -> List.of(status(it), word(it.name()), it.meaning()))),
                table(Stream.of(
                                ofPolicy("Ready", PolicyReason.values()),
                                ofPolicy("Enforced", EnforcedReason.values()),
                                ofPolicy("Admit", AdmitReason.values()))
                        .flatMap(it -> it)),
                table(Stream.of(NewsKind.values()).map(it -> List.of(type(it), word(it.name()), it.meaning()))),
                table(Stream.of(FindingReason.values())
                        .map(it -> List.of(word(it.name()), it.outcome().name(), it.meaning()))));
    }

    private static Stream<List<String>> ofPolicy(String type, ConditionReason[] reasons) {
        return Stream.of(reasons).map(it -> List.of(word(type), word(it.name()), status(it), it.meaning()));
    }

    private static String status(ConditionReason reason) {
        return reason.status() + reason.beside().map(it -> ", " + word(it)).orElse("");
    }

    private static String type(NewsKind kind) {
        return kind.isWarning() ? "Warning" : "Normal";
    }

    private static String word(String name) {
        return "`%s`".formatted(name);
    }

    /** A first cell that repeats the one above it stays empty. */
    private static String table(Stream<List<String>> rows) {
        var text = new StringBuilder();
        var above = "";
        for (var cells : rows.toList()) {
            var first = cells.getFirst();
            var others = String.join(" | ", cells.subList(1, cells.size()));
            text.append("| %s| %s |\n".formatted(first.equals(above) ? "" : first + " ", others));
            above = first;
        }
        return text.toString();
    }
}
