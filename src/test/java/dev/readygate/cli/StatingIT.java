package dev.readygate.cli;

import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.CheckOutcome;
import dev.readygate.api.v1alpha1.ReadinessEvidence;
import dev.readygate.testing.App;
import dev.readygate.testing.AtStart;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Users and pipelines create evidence and waivers, each under their own name, and the operator uses them. */
@ExtendWith(ClusterExtension.class)
public class StatingIT {
    private static final Release V1 = Release.good("v1");
    private static final Release V2 = Release.good("v2");
    private static final Path SAMPLES = Path.of("src", "test", "resources", "imports");

    @TempDir
    private Path folder;

    @Test
    void aTestRunPassesTheReleaseThatWaitsForIt(Namespace shop) throws IOException {
        var terminal = Terminal.in(shop, folder);
        Files.copy(SAMPLES.resolve("surefire-SoundTest.xml"), folder.resolve("TEST-shop.SoundTest.xml"));
        var cart = askedForTests(shop);
        cart.release(V2).waitUntil("to wait", it -> it.waitingPodsOf(V2) == 1);
        cart.waitUntilReported("its digest", it -> it.revision().digests().size() == 1);

        var stated =
                terminal.type("kubectl readygate evidence unit-tests --deployment cart --current --junit TEST-*.xml");

        assertThat(stated.errors()).isEmpty();
        assertThat(stated.code()).isZero();
        assertThat(stated.output())
                .startsWith("unit-tests about Deployment cart, image ")
                .contains("total=1 passed=1 failed=0 errors=0 skipped=0");
        cart.waitUntilCheckIs("tested", CheckOutcome.Pass);
        cart.waitUntilVerified();
        assertThat(cart).serves(V2, 3);
    }

    @Test
    void aTestRunWithFailuresWithdrawsIt(Namespace shop) throws IOException {
        var terminal = Terminal.in(shop, folder);
        Files.copy(SAMPLES.resolve("surefire-CartTest.xml"), folder.resolve("TEST-shop.CartTest.xml"));
        var cart = askedForTests(shop);
        cart.release(V2).waitUntil("to wait", it -> it.waitingPodsOf(V2) == 1);

        assertThat(terminal.type("kubectl readygate evidence unit-tests --deployment cart --junit TEST-*.xml")
                        .code())
                .isZero();

        assertThat(cart.waitUntilWithdrawn()).serves(V1, 3);
    }

    @Test
    void aManifestMadeOffTheClusterMeansTheSameWhenItIsApplied(Namespace shop) {
        var terminal = Terminal.in(shop, folder);

        var applied = terminal.type("kubectl readygate evidence runbooks covered=12 version='\"1.10\"' --deployment 007"
                + " --commit 1234567 --note yes --name of-today --dry-run=client --kubeconfig /dev/null"
                + " | kubectl apply -f -");

        assertThat(applied.errors()).isEmpty();
        var spec = shop.client()
                .resources(ReadinessEvidence.class)
                .inNamespace(shop.name())
                .withName("of-today")
                .get()
                .getSpec();
        assertThat(spec.about().deployment()).isEqualTo("007");
        assertThat(spec.about().commit()).isEqualTo("1234567");
        assertThat(spec.note()).isEqualTo("yes");
        assertThat(spec.data()).hasToString("{\"covered\":12,\"version\":\"1.10\"}");
    }

    @Test
    void kubectlCompletesVerbsAndDeployments(Namespace shop) {
        var terminal = Terminal.in(shop, folder);
        var cart = shop.deploy("cart", V1);
        shop.healthPolicy();
        cart.waitUntilVerified();

        assertThat(terminal.type("kubectl __complete readygate appr").output()).startsWith("approve\n:4\n");
        assertThat(terminal.type("kubectl __complete readygate explain ''").output())
                .startsWith("cart\n:4\n");
        assertThat(terminal.type("kubectl __complete readygate status mail ca").output())
                .startsWith("cart\n:4\n");
        assertThat(terminal.type("kubectl __complete readygate waive healthy --deployment ''")
                        .output())
                .startsWith("cart\n:4\n");
        assertThat(terminal.type("kubectl __complete readygate explain -n nowhere ''")
                        .output())
                .startsWith(":4\n");
        assertThat(terminal.type("bash -c 'source <(readygate completion bash) && complete -p readygate'")
                        .output())
                .contains("_complete_readygate");
    }

    @Test
    void anApprovalStartsAReleaseAtGateStart(Namespace shop) {
        var terminal = Terminal.in(shop, folder);
        var start = AtStart.running(shop);
        var parked = start.parks(V2);
        shop.colleague("ben", "managers");

        var approved = terminal.type("kubectl readygate approve cart --as ben --as-group managers");

        assertThat(approved.errors()).isEmpty();
        assertThat(approved.output())
                .startsWith("Approved revision %s of cart for signed-off.".formatted(parked))
                .contains("signed-off is Pass: approved by ben");
        assertThat(terminal.type("kubectl readygate wait cart").code()).isZero();
        assertThat(start.app()).serves(V2, 3).isLeftAlone();
        assertThat(terminal.type("kubectl readygate approve cart --as ben --as-group managers"))
                .isEqualTo(
                        refused(
                                "No release of cart is on its way, so no approval is waited for; --type names one all the same."));
    }

    @Test
    void anApprovalThatWouldNotCountIsRefused(Namespace shop) {
        var terminal = Terminal.in(shop, folder);
        var start = AtStart.running(shop);
        shop.colleague("ann", "managers").releases(start.app(), V2);
        start.app().waitUntilCheckIs("signed-off", CheckOutcome.Unknown);

        assertThat(terminal.type("kubectl readygate approve cart --as mallory --as-group dev"))
                .extracting(Terminal.CommandResult::code)
                .isEqualTo(2);
        shop.colleague("mallory", "dev");
        assertThat(terminal.type("kubectl readygate approve cart --as mallory --as-group dev"))
                .isEqualTo(refused("Your word on cart would not count: signed-off counts only from group managers,"
                        + " and you are mallory of dev."));
        assertThat(terminal.type("kubectl readygate approve cart --as ann --as-group managers"))
                .isEqualTo(refused("Your word on cart would not count: signed-off takes somebody other than ann,"
                        + " who applied the revision."));
        assertThat(shop.client()
                        .resources(ReadinessEvidence.class)
                        .inNamespace(shop.name())
                        .list()
                        .getItems())
                .isEmpty();
    }

    @Test
    void aRefusalHoldsAReleaseAtGateStart(Namespace shop) {
        var terminal = Terminal.in(shop, folder);
        var start = AtStart.running(shop);
        start.parks(V2);
        shop.colleague("ben", "managers");

        var rejected = terminal.type("kubectl readygate approve cart --reject --as ben --as-group managers");

        assertThat(rejected.output()).contains("signed-off is Fail: refused by ben");
        assertThat(start.app()).serves(AtStart.V1, 3).hasNoRevisionOf(V2).isPausedByReadygate();
    }

    @Test
    void aWaiverExcusesAFailingCheck(Namespace shop) {
        var terminal = Terminal.in(shop, folder);
        var cart = shop.deploy("cart", V1);
        shop.healthPolicy();
        cart.waitUntilVerified();
        cart.allPodsNow("http", "/health 503").waitUntilCheckIs("healthy", CheckOutcome.Fail);

        var waived = terminal.type("kubectl readygate waive healthy --deployment cart --expires 14d"
                + " --reason 'the search index is being rebuilt' --owner 'team search'");

        assertThat(waived.errors()).isEmpty();
        assertThat(waived.output())
                .startsWith("Excused healthy of cart until ")
                .containsPattern("healthy is Waived: waived by .*: the search index is being rebuilt; GET /health");
        assertThat(terminal.type("kubectl readygate waive heathly --deployment cart --expires 14d --reason"
                        + " 'the search index is being rebuilt'"))
                .isEqualTo(refused("Nobody asks heathly of cart; asked are healthy."));
    }

    private static Terminal.CommandResult refused(String sentence) {
        return new Terminal.CommandResult(1, "", "readygate: " + sentence + "\n");
    }

    private static App askedForTests(Namespace shop) {
        var cart = shop.deploy("cart", V1).waitUntil("to run", App::isRolledOut);
        shop.policy("tested", """
                        mode: Enforce
                        selector: {}
                        rollout: {onFailure: Withdraw, soak: 0s}
                        checks:
                        - name: tested
                          required: true
                          gate: Serve
                          evidence: {type: unit-tests, expression: data.failed + data.errors == 0 && data.total > 0}
                        """).waitUntilEnforced();
        return cart;
    }
}
