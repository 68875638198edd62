package dev.readygate.testing.observer;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Facts that no watch delivers.
 *
 * @param operator the user whose writes are judged
 * @param writes the API server's record of a namespace, by any user
 * @param disturbed when the operator was started or a request of it failed: without a change by another client, it
 *     may still have to catch up
 */
public record OutsideFacts(String operator, List<Write> writes, List<Instant> disturbed) {
    public OutsideFacts {
        writes = writes.stream().sorted(Comparator.comparing(Write::at)).toList();
        disturbed = List.copyOf(disturbed);
    }
}
