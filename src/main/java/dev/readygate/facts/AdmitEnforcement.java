package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

/** Whether the API server carries out the manifest checks of a policy's gate Admit by itself. */
public sealed interface AdmitEnforcement {

    /** There is none of that kind, or the policy only observes. */
    record NoRules() implements AdmitEnforcement {}

    /** They can only be scored. */
    record OnlyScored(String why) implements AdmitEnforcement {
        public OnlyScored {
            requireNonNull(why, "why");
        }
    }

    /** The API server does not take them as they are written. */
    record InvalidRules(String why) implements AdmitEnforcement {
        public InvalidRules {
            requireNonNull(why, "why");
        }
    }

    /** Written, or about to be; a trial was not denied yet, or only once. */
    record UnconfirmedRules(String why) implements AdmitEnforcement {
        public UnconfirmedRules {
            requireNonNull(why, "why");
        }
    }

    /** A trial was denied twice, a second apart. */
    record Active() implements AdmitEnforcement {}

    /** Written; as nothing is denied, nothing can be tried. */
    record Warns() implements AdmitEnforcement {}
}
