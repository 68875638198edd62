package dev.readygate.testing.observer;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What no watch tells.
 *
 * @param operator the user whose doings are judged
 * @param writes the API server's record of a namespace, by whomever
 * @param starts when the operator was started: nobody changed anything, and still it may have to catch up
 */
public record Told(String operator, List<Write> writes, List<Instant> starts) {
    public Told {
        writes = writes.stream().sorted(Comparator.comparing(Write::at)).toList();
        starts = List.copyOf(starts);
    }
}
