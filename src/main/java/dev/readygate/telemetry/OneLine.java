package dev.readygate.telemetry;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.formatters.PatternFormatter;

/**
 * Removes control characters from log messages, which quote texts of other people: such a text must not look like a
 * line of the operator, nor control a terminal.
 */
@LoggingFilter(name = "one-line")
public final class OneLine implements Filter {
    private static final Formatter SAID = new PatternFormatter("%s");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\u0080-\u009f\u2028\u2029]+");

    @Override
    public boolean isLoggable(LogRecord line) {
        var said = SAID.format(line);
        if (CONTROL.matcher(said).find()) {
            var plain = CONTROL.matcher(said).replaceAll(" ");
            line.setParameters(null);
            if (line instanceof ExtLogRecord extended) {
                extended.setMessage(plain, FormatStyle.NO_FORMAT);
            } else {
                line.setMessage(plain);
            }
        }
        return true;
    }
}
