package dev.readygate.signals.fetch;

/** The request must not be sent. The message is for the policy's author. */
final class RefusedException extends Exception {
    RefusedException(String why) {
        super(why, null, false, false);
    }
}
