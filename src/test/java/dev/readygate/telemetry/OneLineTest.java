package dev.readygate.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

class OneLineTest {
    private static String logged(String form, Object... parameters) {
        var line = new ExtLogRecord(Level.INFO, form, FormatStyle.PRINTF, OneLineTest.class.getName());
        line.setParameters(parameters);
        assertThat(new OneLine().isLoggable(line)).isTrue();
        return new PatternFormatter("%s").format(line);
    }

    @Test
    void noTextWritesALineOfItsOwn() {
        assertThat(logged("cannot read %s", "a\n12:00:00.000 INFO  [readygate] all is well\u001b[2J 100%s"))
                .isEqualTo("cannot read a 12:00:00.000 INFO  [readygate] all is well [2J 100%s");
    }

    @Test
    void aSingleLineStaysAsItIs() {
        assertThat(logged("%s: %d", "cart", 3)).isEqualTo("cart: 3");
    }
}
