package dev.readygate.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ApiReferenceTest {
    private static final Path FILE = Path.of("docs", "reference", "api.md");

    @Test
    void isUpToDate() throws IOException {
        if (Boolean.getBoolean("crds.update")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, ApiReference.text());
        }
        assertThat(FILE)
                .as(
                        "%s is stale: run ./readygate generate (or mvn test -Dtest=ApiReferenceTest -Dcrds.update=true)",
                        FILE)
                .content()
                .isEqualTo(ApiReference.text());
    }
}
