package dev.readygate.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.CustomResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files in {@code crds/} match the types. {@code ./readygate generate} writes them again. */
class CrdFilesTest {

    /** The chart contains a copy, as Helm reads no files outside its folder. */
    private static final List<Path> FOLDERS = List.of(Path.of("crds"), Path.of("helm", "readygate", "files", "crds"));

    static Stream<Class<? extends CustomResource<?, ?>>> kinds() {
        return CrdFiles.KINDS.stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isUpToDate(Class<? extends CustomResource<?, ?>> kind) throws IOException {
        var definition = CrdFiles.definitionOf(kind);
        for (var folder : FOLDERS) {
            assertUpToDate(folder.resolve(definition.getMetadata().getName() + ".yaml"), CrdFiles.yamlOf(definition));
        }
    }

    private static void assertUpToDate(Path file, String generated) throws IOException {
        if (Boolean.getBoolean("crds.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, generated);
        }
        assertThat(file)
                .as("%s is stale: run ./readygate generate (or mvn test -Dtest=CrdFilesTest -Dcrds.update=true)", file)
                .content()
                .isEqualTo(generated);
    }

    /** kubectl still reads YAML 1.1, where an unquoted True or On is a boolean; Fabric8 reads 1.2 and would not notice. */
    @ParameterizedTest
    @MethodSource("kinds")
    void meansTheSameInYaml11(Class<? extends CustomResource<?, ?>> kind) {
        assertThat(CrdFiles.yamlOf(CrdFiles.definitionOf(kind)).lines())
                .noneMatch(it -> it.matches(
                        "(.*[:-] )(y|Y|n|N|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF|True|TRUE|False|FALSE)"));
    }
}
