package dev.readygate.testing;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.ArrayList;
import java.util.List;

/** A watch through the proxy: bytes both ways, until the test stops them without closing a connection. */
final class Tunnel {
    private final String kind;
    private final List<Runnable> kept = new ArrayList<>();
    private final NetSocket near;
    private boolean frozen;

    private Tunnel(String kind, NetSocket near) {
        this.kind = kind;
        this.near = near;
    }

    static Tunnel between(String kind, NetSocket near, NetSocket far) {
        var tunnel = new Tunnel(kind, near);
        near.handler(it -> tunnel.pass(far, it)).closeHandler(_ -> far.close());
        far.handler(it -> tunnel.pass(near, it)).closeHandler(_ -> tunnel.end(near));
        return tunnel;
    }

    /** @param resource as in the API server's paths */
    boolean isOf(String resource) {
        return kind.equals(resource);
    }

    private synchronized void pass(NetSocket to, Buffer bytes) {
        then(() -> to.write(bytes));
    }

    /** A network that has dropped a connection does not report the end of the other side either. */
    private synchronized void end(NetSocket near) {
        then(near::close);
    }

    private void then(Runnable step) {
        if (frozen) {
            kept.add(step);
        } else {
            step.run();
        }
    }

    synchronized void freeze() {
        frozen = true;
    }

    /** The connection ends, and what was kept is lost: a watch begins again where it was, or with a new list. */
    synchronized void lose() {
        kept.clear();
        frozen = false;
        near.close();
    }

    synchronized void thaw() {
        frozen = false;
        kept.forEach(Runnable::run);
        kept.clear();
    }
}
