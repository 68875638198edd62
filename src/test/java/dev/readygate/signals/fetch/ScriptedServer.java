package dev.readygate.signals.fetch;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A server that sends exactly the given bytes, right or wrong. In an answer, {@code \r\n} is a line end, {@code
 * <repeat a 100>} many characters, {@code <gzip 100>} and {@code <deflate 100>} that many compressed zeros, {@code
 * <drip>} a byte now and then for ever, {@code <hang>} silence, {@code <reset>} the end.
 */
final class ScriptedServer implements AutoCloseable {
    private static final Pattern COMMAND = Pattern.compile("<(?<word>[a-z]+)(?: (?<what>\\S))?(?: (?<count>[0-9]+))?>");

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ServerSocket socket;
    private volatile String answer = "";

    ScriptedServer(String address, int port) throws IOException {
        socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral(address), port));
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    void answers(String script) {
        requests.clear();
        answer = script;
    }

    /** First lines and headers of the requests since the last script. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var head = head(connection);
            requests.add(head);
            play(head.startsWith("GET /ok ") ? "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok" : answer, connection);
        } catch (IOException e) {
            // The client may disconnect at any time.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String head(Socket connection) throws IOException {
        var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
        var head = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }

    private void play(String script, Socket connection) throws IOException, InterruptedException {
        var out = connection.getOutputStream();
        var command = COMMAND.matcher(script);
        int done = 0;
        while (command.find()) {
            out.write(text(script.substring(done, command.start())));
            out.flush();
            obey(command.toMatchResult(), connection, out);
            done = command.end();
        }
        out.write(text(script.substring(done)));
        out.flush();
        connection.shutdownOutput();
    }

    private void obey(MatchResult command, Socket connection, OutputStream out)
            throws IOException, InterruptedException {
        switch (command.group("word")) {
            case "repeat" -> out.write(text(command.group("what").repeat(count(command))));
            case "gzip" -> out.write(packed(count(command), true));
            case "deflate" -> out.write(packed(count(command), false));
            case "drip" -> drip(out);
            case "hang" -> closed.await();
            case "reset" -> reset(connection);
            default -> throw new IllegalArgumentException(command.group());
        }
    }

    private static void reset(Socket connection) throws IOException {
        connection.setSoLinger(true, 0);
        connection.close();
    }

    private void drip(OutputStream out) throws IOException, InterruptedException {
        while (!closed.await(10, TimeUnit.MILLISECONDS)) {
            out.write('a');
            out.flush();
        }
    }

    private static int count(MatchResult command) {
        return Integer.parseInt(command.group("count"));
    }

    private static byte[] packed(int zeros, boolean gzip) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = gzip ? new GZIPOutputStream(bytes) : new DeflaterOutputStream(bytes)) {
            out.write(new byte[zeros]);
        }
        return bytes.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
    }
}
