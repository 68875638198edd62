package dev.readygate.api.v1alpha1;

/** Rules of a check that a schema cannot express, in CEL. */
final class CheckRules {
    static final String PODS_NEEDED = "!has(self.gate) || !(self.gate in ['Admit', 'Start'])"
            + " || !(has(self.compare)"
            + " || (has(self.http) && !has(self.http.url) && (!has(self.http.target) || self.http.target == 'NewPods'))"
            + " || (has(self.tcp) && !has(self.tcp.url) && (!has(self.tcp.target) || self.tcp.target == 'NewPods'))"
            + " || (has(self.grpc) && !has(self.grpc.url) && (!has(self.grpc.target) || self.grpc.target == 'NewPods')))";
    static final String PODS_NEEDED_MESSAGE =
            "gate must be Serve or Stay for a check that needs the new pods, as there are none before:"
                    + " change gate, or set target to AllPods, Service or Url";

    static final String ADMIT_IS_AT_ONCE =
            "!has(self.gate) || self.gate != 'Admit' || !(has(self.job) || has(self.approval))";
    static final String ADMIT_IS_AT_ONCE_MESSAGE =
            "gate Admit answers at once and cannot wait for a job or an approval: set gate to Start";

    static final String URL_TARGET =
            "has(self.url) ? !has(self.target) || self.target == 'Url' : !has(self.target) || self.target != 'Url'";
    static final String URL_TARGET_MESSAGE =
            "url and target Url go together: give both, or only url, or another target without url";

    /** A pending answer takes a place of its namespace. */
    static final String TIMEOUT = "^(([1-9]|[1-5][0-9]|60)s|1m)$";

    private static final ReadinessDuration LONGEST_TIMEOUT = new ReadinessDuration("1m");

    static final String TIMEOUT_WITHIN_EVERY = "!has(self.timeout) || !has(self.every) || self.every.matches('[mhdw]')"
            + " || duration(self.timeout) <= duration(self.every) || duration(self.timeout) <= duration('5s')";
    static final String TIMEOUT_WITHIN_EVERY_MESSAGE =
            "timeout is longer than every: an answer has to be there before the next one is asked for";

    static final String NOTHING_IS_ASKED = "!(has(self.evidence) || has(self.approval) || has(self.manifest) ||"
            + " has(self.job) || has(self.verified) || has(self.dora) || has(self.window))"
            + " || (!has(self.every) && !has(self.failAfter) && !has(self.passAfter)"
            + " && (has(self.job) || (!has(self.timeout) && !has(self.initialDelay))))";
    static final String NOTHING_IS_ASKED_MESSAGE =
            "every, failAfter and passAfter are for checks that ask again and again, and timeout and initialDelay for these"
                    + " and for jobs: leave them out";

    private CheckRules() {}

    /** A longer timeout, stored before there was a limit, is read as the limit. */
    static ReadinessDuration bounded(ReadinessDuration timeout) {
        return timeout.toDuration().compareTo(LONGEST_TIMEOUT.toDuration()) > 0 ? LONGEST_TIMEOUT : timeout;
    }
}
