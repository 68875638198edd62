package dev.readygate.cli.check;

/** What of all that is wrong counts as failing. */
public enum FailureLimit {
    /** What would hold or deny a release: required checks, those at a gate of a policy that enforces, and named packs. */
    blocking,
    /** Whatever is not kept. */
    any,
    /** It is only looked at. */
    never;

    boolean counts(OfflineAnswer answer) {
        return answer.isAgainst()
                && switch (this) {
                    case blocking -> answer.asker().blocking();
                    case any -> true;
                    case never -> false;
                };
    }
}
