package dev.readygate.tour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Send requests to the Service all the time, each on a new connection, and record the answers. */
final class Visitors implements AutoCloseable {
    private static final int EVERY_MS = 20;
    private static final int TIMEOUT_MS = 2000;

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final List<Visit> visits = new CopyOnWriteArrayList<>();
    private final URI shop;

    Visitors(URI shop) {
        this.shop = shop;
        clock.scheduleAtFixedRate(() -> visits.add(visit()), 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** @param pod the pod that answered; empty if none did */
    record Visit(int status, String pod) {
        boolean failed() {
            return status != HttpURLConnection.HTTP_OK;
        }
    }

    private Visit visit() {
        try {
            var connection = (HttpURLConnection) shop.toURL().openConnection();
            connection.setRequestProperty("Connection", "close");
            connection.setConnectTimeout(TIMEOUT_MS);
            connection.setReadTimeout(TIMEOUT_MS);
            return new Visit(connection.getResponseCode(), connection.getHeaderField("Sim-Pod"));
        } catch (IOException nobody) {
            return new Visit(0, "");
        } catch (RuntimeException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** The visits from now on. */
    Since now() {
        return new Since(visits.size());
    }

    final class Since {
        private final int first;

        Since(int first) {
            this.first = first;
        }

        List<Visit> all() {
            var made = List.copyOf(visits);
            return made.subList(first, made.size());
        }

        List<Visit> failed() {
            return all().stream().filter(Visit::failed).toList();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
