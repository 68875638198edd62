package dev.readygate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.readygate.api.v1alpha1.AdmitReason;
import dev.readygate.api.v1alpha1.EnforcedReason;
import dev.readygate.api.v1alpha1.GateStatus.GateState;
import dev.readygate.api.v1alpha1.PolicyReason;
import dev.readygate.api.v1alpha1.ReadyReason;
import dev.readygate.checks.FindingReason;
import dev.readygate.gate.Announcement.NewsKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonsReferenceTest {
    private static final Path FILE = Path.of("docs", "reference", "reasons.md");

    /** The packages that give reasons; the command line only reads them. */
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("dev.readygate.api", "dev.readygate.gate", "dev.readygate.status", "dev.readygate.checks");

    @Test
    void isUpToDate() throws IOException {
        if (Boolean.getBoolean("crds.update")) {
            Files.writeString(FILE, ReasonsReference.text());
        }
        assertThat(FILE)
                .as("%s is stale: run ./readygate generate", FILE)
                .content()
                .isEqualTo(ReasonsReference.text());
    }

    /** A reason that no code gives any more would stay in the page. */
    @ParameterizedTest
    @ValueSource(
            classes = {
                ReadyReason.class,
                GateState.class,
                PolicyReason.class,
                EnforcedReason.class,
                AdmitReason.class,
                NewsKind.class,
                FindingReason.class
            })
    void everyReasonIsGiven(Class<?> reasons) {
        assertThat(constants(reasons)).isNotEmpty().allMatch(ReasonsReferenceTest::isGiven);
    }

    private static Stream<JavaField> constants(Class<?> reasons) {
        return CODE.get(reasons).getFields().stream()
                .filter(it -> it.getRawType().isEquivalentTo(reasons));
    }

    private static boolean isGiven(JavaField constant) {
        return constant.getAccessesToSelf().stream()
                .anyMatch(it -> !it.getOriginOwner().equals(constant.getOwner()));
    }
}
