package dev.readygate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CliReferenceTest {
    private static final Path FILE = Path.of("docs", "reference", "cli.md");

    @Test
    void isUpToDate() throws IOException {
        if (Boolean.getBoolean("crds.update")) {
            Files.writeString(FILE, CliReference.text());
        }
        assertThat(FILE)
                .as(
                        "%s is stale: run ./readygate generate (or mvn test -Dtest=CliReferenceTest -Dcrds.update=true)",
                        FILE)
                .content()
                .isEqualTo(CliReference.text());
    }
}
