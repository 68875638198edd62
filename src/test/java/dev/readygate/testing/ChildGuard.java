package dev.readygate.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Ends the children of this JVM when it ends, in any way: a separate process, the same as in devcluster, gets the
 * id of each child, and kills those that are left when the pipe from this JVM ends.
 */
final class ChildGuard {
    private static final ChildGuard OURS = new ChildGuard();

    private final OutputStream pipe;

    private ChildGuard() {
        try {
            pipe = new ProcessBuilder(
                            List.of(Cluster.programs().resolve("devcluster").toString(), "guard"))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Guards the child until it ends. */
    static Process watch(Process child) {
        OURS.tell('+', child);
        child.onExit().thenAccept(it -> OURS.tell('-', it));
        return child;
    }

    private synchronized void tell(char sign, Process child) {
        try {
            pipe.write("%s%d%n".formatted(sign, child.pid()).getBytes(StandardCharsets.US_ASCII));
            pipe.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the guard of our children is gone", e);
        }
    }
}
