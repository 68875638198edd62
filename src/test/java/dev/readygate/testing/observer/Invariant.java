package dev.readygate.testing.observer;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A rule that must always hold, judged from outside. */
public interface Invariant {

    Stream<Violation> brokenIn(History history);

    /** @param rest how long after the last change by another client the operator may still write */
    static List<Invariant> all(Duration rest) {
        return List.of(
                new OpenedByItsChecks(),
                new WithdrawnForAReason(),
                new NothingLost(),
                new BornAsTheBookSays(),
                new DoneOnce(),
                new QuietAtRest(rest));
    }
}
