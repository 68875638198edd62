package dev.readygate.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port for a program that is about to start. It is below the ports that Linux gives to outgoing connections: many
 * of these exist while tests run, and one could take the port before the program does.
 */
final class FreePort {
    private static final int FIRST = 10_000;
    private static final int LAST = 32_000;

    private FreePort() {}

    static int find() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            try (var trial = new ServerSocket()) {
                trial.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return port;
            } catch (IOException taken) {
                // The port is taken; try another one.
            }
        }
    }
}
