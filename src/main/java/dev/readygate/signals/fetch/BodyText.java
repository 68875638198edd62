package dev.readygate.signals.fetch;

import dev.readygate.checks.answer.HttpAnswer.Body;
import dev.readygate.signals.fetch.Reply.Received;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * Turns bytes into text. The fetcher never asks for compression; a body that a server compresses anyway is read up
 * to the same limit after decompression.
 */
final class BodyText {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([a-z0-9._:-]{1,40})");
    private static final Body UNREADABLE = new Body("", false);

    private BodyText() {}

    static Body of(Received received, int cap) {
        var encoding = received.headers().getOrDefault("content-encoding", "identity");
        try (var bytes = decoded(received.body(), encoding.toLowerCase(Locale.ROOT))) {
            var read = bytes.readNBytes(cap + 1);
            boolean whole = received.extent().whole() && read.length <= cap;
            return new Body(new String(Arrays.copyOf(read, Math.min(read.length, cap)), charset(received)), whole);
        } catch (IOException e) {
            return UNREADABLE;
        }
    }

    private static InputStream decoded(byte[] body, String encoding) throws IOException {
        var raw = new ByteArrayInputStream(body);
        if (body.length == 0) {
            return raw;
        }
        return switch (encoding) {
            case "identity" -> raw;
            case "gzip", "x-gzip" -> new GZIPInputStream(raw);
            case "deflate" -> new InflaterInputStream(raw);
            default -> throw new IOException("unknown encoding");
        };
    }

    private static Charset charset(Received received) {
        var named = CHARSET.matcher(received.headers().getOrDefault("content-type", ""));
        try {
            return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
