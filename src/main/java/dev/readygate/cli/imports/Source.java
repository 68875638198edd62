package dev.readygate.cli.imports;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** A file as it was read. */
public record Source(String name, byte[] content) {
    /** No report that a person asked for is larger, and it is held in memory. */
    public static final int LARGEST = 64 << 20;

    public Source {
        requireNonNull(name, "name");
        if (content.length > LARGEST) {
            throw new WrongFile("%s is larger than %d MiB: give the tool's summary".formatted(name, LARGEST >> 20));
        }
        content = content.clone();
    }

    InputStream stream() {
        return new ByteArrayInputStream(content);
    }

    Stream<String> lines() {
        return new String(content, StandardCharsets.UTF_8).lines();
    }

    /** It is not what it was said to be. */
    WrongFile isNo(String expected, String why) {
        return new WrongFile("%s is not %s: %s".formatted(name, expected, why));
    }
}
