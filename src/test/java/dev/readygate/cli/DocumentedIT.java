package dev.readygate.cli;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every example of docs/cli.md as it stands there, in the course of one release; its exit code is the documented one. */
@ExtendWith(ClusterExtension.class)
class DocumentedIT {
    private static final Release V1 = Release.good("v1");
    private static final Release SICK = Release.sick("v2");

    @TempDir
    private Path folder;

    @Test
    void everyExampleEndsAsDocumented(Namespace shop) throws IOException {
        var terminal = Terminal.in(shop, folder);
        var cart = shop.deploy("cart", V1);
        shop.healthPolicy();
        cart.waitUntilVerified();
        shop.healthPolicy().waitUntilEnforced();

        List.of("status", "explain", "history", "dora", "baseline", "wait").forEach(it -> ends(terminal, it, 0));
        filesToCheck();
        ends(terminal, "check", 0);
        shop.cluster().run("kubectl", "apply", "--server-side", "--filename=standards/deployment-review.yaml");
        ends(terminal, "report", 0);
        List.of("retry", "proceed", "reject").forEach(it -> ends(terminal, it, 1));

        cart.release(SICK);
        ends(terminal, "wait", 1);
        cart.waitUntilWithdrawn();
        ends(terminal, "explain", 0);
        ends(terminal, "undo", 0, good(cart));
        ends(terminal, "wait", 0);

        cart.release(Release.sick("v3"));
        ends(terminal, "wait", 1);
        cart.waitUntilWithdrawn();
        shop.operator().kill();
        ends(terminal, "retry", 0);
        ends(terminal, "release", 0);
        cart.waitUntil("what was rejected to run", it -> it.readyPodsOf(Release.sick("v3")) == 3);
    }

    @Test
    void whatPeopleAndPipelinesStateIsMadeAsDocumented(Namespace shop) throws IOException {
        var terminal = Terminal.in(shop, folder);
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

        List.of("evidence", "waive", "recommend", "completion").forEach(it -> ends(terminal, it, 0));
        cart.release(Release.good("v2")).waitUntilReported("to wait", it -> it.phase() == Phase.Start);
        ends(terminal, "approve", 0);
        assertThat(cart.check("release-signoff").orElseThrow().message()).startsWith("refused by ");
    }

    private void filesToCheck() throws IOException {
        var files = Path.of("docs", "examples", "checking").toAbsolutePath();
        for (var name : List.of("posture.yaml", "shop")) {
            Files.createSymbolicLink(folder.resolve(name), files.resolve(name));
        }
    }

    private void sample(String name, String target) throws IOException {
        var file = folder.resolve(target);
        Files.createDirectories(file.getParent());
        Files.copy(Path.of("src", "test", "resources", "imports", name), file);
    }

    @AfterEach
    void bringItBack(Namespace shop) {
        shop.operator().ensureRunning();
    }

    private static String good(App cart) {
        return cart.status().orElseThrow().baseline().hash();
    }

    private static void ends(Terminal terminal, String verb, int code) {
        ends(terminal, verb, code, "");
    }

    private static void ends(Terminal terminal, String verb, int code, String hash) {
        assertThat(examples(verb)).isNotEmpty().allSatisfy(example -> {
            var result = terminal.type(example.replaceAll("--to \\w+", "--to " + hash));
            assertThat(result.code()).as("%s: %s", example, result).isEqualTo(code);
        });
    }

    /** But for those that never end. */
    private static List<String> examples(String verb) {
        var command = Readygate.commandLine().getSubcommands().get(verb).getCommandSpec();
        return Arrays.stream(command.usageMessage().footer())
                .map(String::strip)
                .filter(not(it -> it.endsWith("--watch")))
                .toList();
    }
}
