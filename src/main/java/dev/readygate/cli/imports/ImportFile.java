package dev.readygate.cli.imports;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A file that is read only when it is needed: a large build has thousands of them.
 *
 * @param reading the whole content, or one byte more than the largest size if the file is larger
 */
public record ImportFile(String name, Supplier<byte[]> reading) {
    /** No real report is larger. */
    public static final int LARGEST = 64 << 20;

    private static final String BYTE_ORDER_MARK = "\ufeff";

    public ImportFile {
        requireNonNull(name, "name");
        requireNonNull(reading, "reading");
    }

    byte[] content(int largest) {
        var content = reading.get();
        if (content.length > largest) {
            throw new WrongFile("%s is larger than %d MiB: give the tool's summary".formatted(name, largest >> 20));
        }
        return content;
    }

    InputStream stream() {
        return new ByteArrayInputStream(content(LARGEST));
    }

    /** The lines of UTF-8, or of the encoding that a byte order mark names: shells of Windows write one. */
    Stream<String> lines() {
        var content = content(LARGEST);
        var text = new String(content, isUtf16(content) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).lines();
    }

    private static boolean isUtf16(byte[] content) {
        int mark = content.length < 2 ? 0 : (content[0] & 0xff) << 8 | content[1] & 0xff;
        return mark == 0xfeff || mark == 0xfffe;
    }

    /** The error for a file that does not have the expected format. */
    WrongFile isNo(String expected, String why) {
        return new WrongFile("%s is not %s: %s".formatted(name, expected, why));
    }
}
