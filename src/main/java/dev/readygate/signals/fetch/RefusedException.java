package dev.readygate.signals.fetch;

/** Nothing was sent, because it must not be. The message is for the policy's author. */
final class RefusedException extends Exception {
    RefusedException(String why) {
        super(why, null, false, false);
    }
}
