package dev.readygate.facts;

import static java.util.Objects.requireNonNull;

/** Whether the API server carries out the manifest checks of a policy's gate Admit by itself. */
public sealed interface Guarding {

    /** There is none of that kind, or the policy only observes. */
    record NotAsked() implements Guarding {}

    /** They can only be scored. */
    record OnlyScored(String why) implements Guarding {
        public OnlyScored {
            requireNonNull(why, "why");
        }
    }

    /** The API server does not take them as they are written. */
    record Refused(String why) implements Guarding {
        public Refused {
            requireNonNull(why, "why");
        }
    }

    /** Written, or about to be; a trial was not denied yet, or only once. */
    record NotYet(String why) implements Guarding {
        public NotYet {
            requireNonNull(why, "why");
        }
    }

    /** A trial was denied twice, a second apart. */
    record Active() implements Guarding {}

    /** Written; as nothing is denied, nothing can be tried. */
    record Warns() implements Guarding {}
}
