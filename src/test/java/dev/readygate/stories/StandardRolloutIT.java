package dev.readygate.stories;

import static dev.readygate.testing.ReadygateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Phase;
import dev.readygate.api.v1alpha1.RolloutRecord.RolloutOutcome;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the delivery audit recommends is enforced: a policy that says nothing of rollouts takes its standard's. */
@ExtendWith(ClusterExtension.class)
class StandardRolloutIT {
    private static final Release V1 = Release.good("v1");
    private static final Release V2 = Release.good("v2");

    /** The shipped standard with seconds for the minutes of a step, and a soak that does not end by itself. */
    private static String audit() throws IOException {
        return Files.readString(Path.of("standards", "devops-maturity.yaml"))
                .replace("metadata: {name: devops-maturity}", "metadata: {name: quick-audit}")
                .replace("for: 5m", "for: 1s")
                .replace("soak: 5m", "soak: 1h");
    }

    @Test
    void aReleaseThatTurnsBadIsTakenBackInSteps(Namespace shop) throws IOException {
        shop.cluster().apply(audit());
        shop.policy("audit", """
                mode: Enforce
                selector: {matchLabels: {app: cart}}
                standards:
                - {name: quick-audit, skip: [status-page-up, verified-before]}
                """);
        var cart = shop.deploy("cart", V1).waitUntilVerified();

        cart.release(V2).waitUntilReported("soaking", it -> it.phase() == Phase.Stay);
        assertThat(cart.status().orElseThrow().steps())
                .extracting(it -> it.share().text())
                .containsExactly("5%", "50%", "100%");

        cart.allPodsNow("http", "/health 503").waitUntilWithdrawn();
        assertThat(cart).serves(V1, 3).hasNoPodsOf(V2).toldOnce("Withdrawn");
        assertThat(cart.status().orElseThrow().history())
                .extracting(it -> it.outcome())
                .startsWith(RolloutOutcome.Restored);
    }
}
