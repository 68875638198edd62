package dev.readygate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every example of docs/reference/cli.md that creates evidence or a waiver. */
@ExtendWith(ClusterExtension.class)
class DocumentedStatementsIT {
    private static final Release V1 = Release.good("v1");

    @TempDir
    private Path folder;

    @Test
    void areMadeAsDocumented(Namespace shop) throws IOException {
        var examples = new Examples(Terminal.in(shop, folder));
        sample("surefire-SoundTest.xml", "target/surefire-reports/TEST-shop.SoundTest.xml");
        sample("jacoco.xml", "target/site/jacoco/jacoco.xml");
        sample("eslint.sarif", "scan.sarif");
        sample("k6-summary-export.json", "summary.json");
        var cart = shop.deploy("cart", V1);
        shop.healthPolicy();
        shop.policy("signed-off", """
                mode: Enforce
                selector: {}
                rollout: {onFailure: Withdraw, soak: 0s}
                checks:
                - name: release-signoff
                  gate: Start
                  approval: {count: 3, groups: ["system:masters"], allowApplier: true}
                """).waitUntilEnforced();
        cart.waitUntilVerified();

        List.of("evidence", "waive", "recommend", "completion").forEach(it -> examples.end(it, 0));
        cart.release(Release.good("v2")).waitUntilReported("to wait", it -> it.phase() == Phase.Start);
        examples.end("approve", 0);
        assertThat(cart.check("release-signoff").orElseThrow().message()).startsWith("refused by ");
    }

    private void sample(String name, String target) throws IOException {
        var file = folder.resolve(target);
        Files.createDirectories(file.getParent());
        Files.copy(Path.of("src", "test", "resources", "imports", name), file);
    }
}
