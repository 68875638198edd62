package dev.readygate.stories;

import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What people type at a withdrawn release, and what comes of it: the table of docs/guides/held-releases.md, with the real kubectl. */
@ExtendWith(ClusterExtension.class)
class PeopleIT {
    private static final Release V1 = Release.good("v1");
    private static final Release SICK = Release.sick("v2");
    private static final Release CURED = Release.good("v2");

    @Test
    void kubectlItselfRefusesToUndoOrRestart(Namespace shop) {
        var cart = withdrawn(shop);

        assertThatThrownBy(() -> cart.kubectl("rollout restart"))
                .hasMessageContaining("can't restart paused deployment");
        assertThatThrownBy(() -> cart.kubectl("rollout undo"))
                .message()
                .containsAnyOf("you cannot rollback a paused deployment", "no rollout history found");
        assertThat(cart).serves(V1, 3).isPausedByReadygate();
    }

    @Test
    void rolloutStatusWaitsInVain(Namespace shop) {
        var cart = withdrawn(shop);

        assertThatThrownBy(() -> cart.kubectl("rollout status", "--timeout=2s"))
                .hasMessageContaining("0 out of 3 new replicas have been updated")
                .hasMessageContaining("timed out");
    }

    @Test
    void resumingChangesNothingAndSaysSoAndPausingIsNotPossible(Namespace shop) {
        var cart = withdrawn(shop);

        assertThat(cart.kubectl("rollout resume")).contains("Warning", "stays paused", "deployment.apps/cart resumed");
        assertThatThrownBy(() -> cart.kubectl("rollout pause")).hasMessageContaining("already paused");
        assertThat(cart).serves(V1, 3).hasNoPodsOf(SICK).isPausedByReadygate();
    }

    @Test
    void theGoodPodsAreScaled(Namespace shop) {
        var cart = withdrawn(shop);

        cart.kubectl("scale", "--replicas=4");

        cart.waitUntil("four pods", it -> it.readyPodsOf(V1) == 4);
        assertThat(cart).hasNoPodsOf(SICK).isPausedByReadygate();
    }

    @Test
    void setEnvRollsOutTheCorrection(Namespace shop) {
        var cart = withdrawn(shop);

        cart.kubectl("set env", "SIM_HTTP-");

        assertThat(cart.waitUntilVerified()).serves(CURED, 3).isLeftAlone();
    }

    @Test
    void anEditRollsOutTheCorrection(Namespace shop) {
        var cart = withdrawn(shop);

        shell(shop, "KUBE_EDITOR=\"sed -i s/503/200/\" kubectl edit deployment/cart");

        assertThat(cart.waitUntilVerified()).serves(CURED, 3).isLeftAlone();
    }

    /**
     * Deleting it is the only way around the hold, and costs all pods; afterwards it is a new Deployment without a
     * baseline.
     */
    @Test
    void replacedByForceItIsAFirstRevision(Namespace shop, @TempDir Path folder) throws IOException {
        var cart = withdrawn(shop);
        var before = cart.deployment().getMetadata().getUid();

        shell(shop, "kubectl replace --force -f " + manifest(folder));

        assertThat(cart.deployment().getMetadata().getUid()).isNotEqualTo(before);
        cart.waitUntilReported(
                "to be a first revision",
                it -> it.conditions().stream()
                        .anyMatch(condition -> condition.reason().equals("FirstRevision")));
        cart.waitUntil("pods of what was held back", it -> it.podsOf(SICK).size() == 3);
        assertThat(cart).isLeftAlone();
    }

    /** The dump contains the operator's pause, which is about the deleted Deployment. */
    @Test
    void replacedByForceWithADumpItIsAFirstRevisionAsWell(Namespace shop, @TempDir Path folder) {
        var cart = withdrawn(shop);
        var dump = folder.resolve("dump.yaml");

        shell(shop, "kubectl get deployment cart --output=yaml > " + dump);
        shell(shop, "kubectl replace --force -f " + dump);

        cart.waitUntil("pods of what was held back", it -> it.podsOf(SICK).size() == 3);
        assertThat(cart).isLeftAlone();
    }

    /** The manifest in version control. */
    private static Path manifest(Path folder) throws IOException {
        return Files.writeString(folder.resolve("cart.yaml"), """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: cart, labels: {app: cart}}
                spec:
                  replicas: 3
                  selector: {matchLabels: {app: cart}}
                  template:
                    metadata: {labels: {app: cart}}
                    spec:
                      terminationGracePeriodSeconds: 0
                      containers:
                      - name: app
                        image: %s
                        ports: [{name: http, containerPort: 8080}]
                        env: [{name: SIM_HTTP, value: /health 503}]
                """.formatted(SICK.image()));
    }

    private static void shell(Namespace shop, String line) {
        shop.cluster().run("/bin/sh", "-c", line.replace("kubectl ", "kubectl --namespace " + shop.name() + " "));
    }

    private static App withdrawn(Namespace shop) {
        var cart = shop.governed("cart", V1);
        return cart.release(SICK).waitUntilWithdrawn();
    }
}
