package dev.readygate.cli.check;

/** Which answers make the command fail. */
public enum FailureLimit {
    /**
     * Answers that would hold or deny a release: of required checks, of gates of an enforcing policy, and of named
     * packs.
     */
    blocking,
    /** All rules that are not kept. */
    any,
    /** None: the command only shows them. */
    never;

    boolean counts(OfflineAnswer answer) {
        return answer.isAgainst()
                && switch (this) {
                    case blocking -> answer.policy().blocking();
                    case any -> true;
                    case never -> false;
                };
    }
}
