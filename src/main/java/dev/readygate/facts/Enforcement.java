package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

/** Whether the API server itself holds the gates in a namespace, as seen by trying. */
public sealed interface Enforcement {

    /** A pod of an unverified revision would get its gate. */
    record Confirmed() implements Enforcement {}

    /** It would, for the first time we tried: a policy that has only just become active is not active everywhere. */
    record ConfirmedOnce() implements Enforcement {}

    /** It would not. */
    record Refuted(String why) implements Enforcement {
        public Refuted {
            requireNonNull(why, "why");
        }
    }

    /** It could not be tried, or there is nothing to try it on. */
    record Untried(String why) implements Enforcement {
        public Untried {
            requireNonNull(why, "why");
        }
    }
}
