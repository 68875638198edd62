package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

/** Whether the API server enforces the manifest checks of a policy's gate Admit. */
public sealed interface AdmitEnforcement {

    /** The policy has no such check, or only observes. */
    record NoRules() implements AdmitEnforcement {}

    /** The checks can only be scored. */
    record OnlyScored(String why) implements AdmitEnforcement {
        public OnlyScored {
            requireNonNull(why, "why");
        }
    }

    /** The API server does not accept the rules as they are written. */
    record InvalidRules(String why) implements AdmitEnforcement {
        public InvalidRules {
            requireNonNull(why, "why");
        }
    }

    /** The rules are written, or about to be; the API server has not denied a trial yet, or only once. */
    record UnconfirmedRules(String why) implements AdmitEnforcement {
        public UnconfirmedRules {
            requireNonNull(why, "why");
        }
    }

    /** The API server denied a trial twice, a second apart. */
    record Active() implements AdmitEnforcement {}

    /** The rules are written; as they deny nothing, no trial is possible. */
    record Warns() implements AdmitEnforcement {}
}
