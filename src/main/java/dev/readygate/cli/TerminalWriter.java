package dev.readygate.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.regex.Pattern;

/**
 * Replaces control characters in text from manifests, answers, evidence and waivers, because they can move a terminal's
 * cursor, rename its window or reverse text. Line breaks, tabs and colours pass, except the one that hides text.
 */
final class TerminalWriter extends Writer {
    private static final Pattern HARMFUL = Pattern.compile(
            "\u001b(?!\\[(?!(?:[0-9]*;)*0*8[;m])[0-9;]{0,8}m)|[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]");
    private static final String IN_ITS_PLACE = "\ufffd";

    private final Writer terminal;

    TerminalWriter(Writer terminal) {
        this.terminal = terminal;
    }

    static PrintWriter on(OutputStream terminal) {
        return new PrintWriter(new TerminalWriter(new PrintWriter(terminal, true)), true);
    }

    @Override
    public void write(char[] text, int begin, int length) throws IOException {
        terminal.write(HARMFUL.matcher(new String(text, begin, length)).replaceAll(IN_ITS_PLACE));
    }

    @Override
    public void flush() throws IOException {
        terminal.flush();
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
