package dev.readygate.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Ends our children when we end, however that is: a process of its own, the same as devcluster has for its children, is
 * told of each of them, and kills those that are left when the pipe from us ends.
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

    /** From now on until it ends. */
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
