package dev.readygate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Commands that read the cluster, for a Deployment that is verified, held or not governed. */
@ExtendWith(ClusterExtension.class)
class CliIT {
    private static final Release V1 = Release.good("v1");
    private static final Release SICK = Release.sick("v3");

    @TempDir
    private Path folder;

    @Test
    void aVerifiedReleaseIsShownExplainedAndWaitedFor(Namespace shop) throws IOException {
        var terminal = Terminal.in(shop, folder);
        var cart = shop.governed("cart", V1);

        assertThat(terminal.type("kubectl readygate wait cart").code()).isZero();
        assertThat(terminal.type("kubectl readygate status").output())
                .containsPattern("(?m)^NAME +PHASE")
                .containsPattern("(?m)^cart +Idle +Pass +100 +" + hash(cart));
        assertThat(terminal.type("kubectl readygate status -A -o wide").output())
                .containsPattern("(?m)^%s +cart .* The declared revision is verified".formatted(shop.name()));
        assertThat(terminal.type("kubectl readygate status cart -o yaml").output())
                .contains("kind: ReadinessReport", "phase: Idle");
        assertThat(terminal.type("kubectl readygate explain cart").output())
                .contains("cart in %s: Idle".formatted(shop.name()), "healthy", "GET /health answered 200 on ");
        assertThat(firstLines(terminal, "kubectl readygate status --watch", 2)).contains("cart");
    }

    @Test
    void impossibleDecisionsAreRefusedInOneSentence(Namespace shop) {
        var terminal = Terminal.in(shop, folder);
        shop.governed("cart", V1);

        assertThat(terminal.type("kubectl readygate retry cart"))
                .isEqualTo(refused("There is nothing to retry: cart is not withdrawn."));
        assertThat(terminal.type("kubectl readygate proceed cart"))
                .isEqualTo(refused("There is nothing to let through: no release of cart is at a gate."));
        assertThat(terminal.type("kubectl readygate reject cart"))
                .isEqualTo(refused("There is nothing to reject: no release of cart is at a gate."));
        assertThat(terminal.type("kubectl readygate undo cart").errors())
                .startsWith("readygate: There is no other verified revision of cart to go back to");
    }

    @Test
    void aHeldReleaseIsStillHeldWhenTheTimeIsOver(Namespace shop) {
        var terminal = Terminal.in(shop, folder);
        var cart = shop.deploy("cart", V1);
        patientPolicy(shop);
        cart.waitUntilVerified();
        cart.release(SICK).waitUntil("its pods to wait", it -> it.waitingPodsOf(SICK) > 0);

        var waited = terminal.type("kubectl readygate wait cart --timeout 2s");

        assertThat(waited.code()).as(waited.output()).isEqualTo(3);
        assertThat(waited.output()).contains("cart is not verified after 2s");
    }

    @Test
    void impossibleQueriesFailWithOneSentence(Namespace shop) {
        var terminal = Terminal.in(shop, folder);

        assertThat(terminal.type("kubectl readygate explain nobody"))
                .isEqualTo(notAsked("there is no Deployment nobody in namespace " + shop.name()));
        assertThat(terminal.type("kubectl readygate status --context nowhere"))
                .isEqualTo(notAsked("the kubeconfig has no context nowhere; kubectl config get-contexts lists them"));
        assertThat(terminal.type("kubectl readygate wait cart --timeout soon"))
                .extracting(Terminal.CommandResult::code)
                .isEqualTo(2);
        assertThat(terminal.type("kubectl readygate wait").errors()).contains("DEPLOYMENT", "--help");
    }

    @Test
    void anUngovernedDeploymentIsNotWaitedForInVain(Namespace shop) {
        var terminal = Terminal.in(shop, folder);
        shop.deploy("cart", V1);
        shop.healthPolicy("Observe");
        shop.app("cart").waitUntilReported("an observation", it -> it.score() != null);

        var waited = terminal.type("kubectl readygate wait cart");

        assertThat(waited.code()).isEqualTo(2);
        assertThat(waited.errors()).contains("nobody will ever verify cart", "kubectl rollout status");
    }

    @Test
    void worksWhereNothingCanBeWritten(Namespace shop) {
        var terminal = Terminal.in(shop, folder)
                .with("READYGATE_AOT", "")
                .with("XDG_CACHE_HOME", "/dev/null/nothing")
                .with("HOME", "/dev/null/nothing");

        var listed = terminal.type("kubectl-readygate status");

        assertThat(listed.errors()).isEmpty();
        assertThat(listed.code()).isZero();
    }

    @Test
    void aCacheIsMadeOnRequestAndUsed(Namespace shop) {
        var cache = folder.resolve("cache");
        var terminal = Terminal.in(shop, folder).with("READYGATE_AOT", "").with("XDG_CACHE_HOME", cache.toString());
        shop.governed("cart", V1);

        assertThat(terminal.type("readygate() { kubectl-readygate \"$@\"; }; readygate warm-up"))
                .isEqualTo(new Terminal.CommandResult(0, "", ""));
        assertThat(cache.resolve("readygate")).isDirectoryContaining("glob:**/cli-*.aot");
        assertThat(terminal.type("kubectl readygate status"))
                .returns(0, Terminal.CommandResult::code)
                .returns("", Terminal.CommandResult::errors);
    }

    private static Terminal.CommandResult refused(String sentence) {
        return new Terminal.CommandResult(1, "", "readygate: " + sentence + "\n");
    }

    private static Terminal.CommandResult notAsked(String sentence) {
        return new Terminal.CommandResult(2, "", "readygate: " + sentence + "\n");
    }

    private static String firstLines(Terminal terminal, String line, int count) throws IOException {
        var process = terminal.start(line);
        try (var reader = process.inputReader()) {
            return reader.lines().limit(count).toList().toString();
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private static String hash(App app) {
        return app.status().orElseThrow().revision().hash();
    }

    /** A policy whose check fails only after the test has ended. */
    private static void patientPolicy(Namespace shop) {
        shop.policy("patient", """
                mode: Enforce
                selector: {}
                rollout: {onFailure: Hold, soak: 0s}
                checks:
                - {name: healthy, gate: Serve, every: 1s, timeout: 1s, failAfter: 100, http: {path: /health}}
                """).waitUntilEnforced();
    }
}
