package dev.readygate.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.CustomResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files in {@code crds/} are what the types say. {@code ./readygate crds} writes them anew. */
class CrdFilesTest {

    static Stream<Class<? extends CustomResource<?, ?>>> kinds() {
        return CrdFiles.KINDS.stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isUpToDate(Class<? extends CustomResource<?, ?>> kind) throws IOException {
        var definition = CrdFiles.definitionOf(kind);
        var file = Path.of("crds", definition.getMetadata().getName() + ".yaml");
        var generated = CrdFiles.yamlOf(definition);
        if (Boolean.getBoolean("crds.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, generated);
        }
        assertThat(file)
                .as("%s is stale: run ./readygate crds (or mvn test -Dtest=CrdFilesTest -Dcrds.update=true)", file)
                .content()
                .isEqualTo(generated);
    }
}
