package dev.readygate.testing.observer;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What no watch tells.
 *
 * @param operator the user whose doings are judged
 * @param writes the API server's record of a namespace, by whomever
 * @param disturbed when the operator was started or a call of it failed: nobody changed anything, and still it may have to
 *     catch up
 */
public record OutsideFacts(String operator, List<Write> writes, List<Instant> disturbed) {
    public OutsideFacts {
        writes = writes.stream().sorted(Comparator.comparing(Write::at)).toList();
        disturbed = List.copyOf(disturbed);
    }
}
