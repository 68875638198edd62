package dev.readygate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Commands about past rollouts. */
@ExtendWith(ClusterExtension.class)
class RecordCommandsIT {
    @TempDir
    private Path folder;

    @Test
    void showAGoodAndABadRelease(Namespace shop) {
        var terminal = Terminal.in(shop, folder);
        shop.healthPolicy();
        var cart = shop.deploy("cart", Release.good("v1")).waitUntilVerified();
        cart.release(Release.good("v2")).waitUntilVerified();
        cart.release(Release.sick("v3")).waitUntilWithdrawn();

        var history = terminal.type("kubectl readygate history cart");
        assertThat(history.output())
                .as("%s", history)
                .containsPattern("(?m)^REVISION +VERSION +OUTCOME +BY +ENDED +SERVE +WHY")
                .containsSubsequence("Withdrawn", "Promoted", "Promoted");
        assertThat(terminal.type("kubectl readygate history cart -o json").output())
                .contains("\"failedAt\"", "\"Serve\"");
        var dora = terminal.type("kubectl readygate dora cart");
        assertThat(dora.output())
                .as("%s", dora)
                .contains("2 deployments, 1 stopped before traffic")
                .containsPattern("Change failure rate +0.0 % +2");
        assertThat(terminal.type("kubectl readygate dora").output()).startsWith("1 Deployment in " + shop.name());
        var baseline = terminal.type("kubectl readygate baseline cart");
        assertThat(baseline.output())
                .as("%s", baseline)
                .containsPattern("images +registry.example/app:v2 +registry.example/app:v3")
                .contains("kubectl readygate undo cart -n " + shop.name());
        pinnedIsKeptAndGoneBackTo(terminal);
        var missing = terminal.type("kubectl readygate baseline basket");
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.errors()).contains("basket");
    }

    private static void pinnedIsKeptAndGoneBackTo(Terminal terminal) {
        var pinned = terminal.type("kubectl readygate pin cart v2.0-baseline --database 'migrate down to 42'");
        assertThat(pinned.output())
                .as("%s", pinned)
                .contains("of cart (registry.example/app:v2) is v2.0-baseline. It is evidence cart-baseline-");
        assertThat(terminal.type("kubectl readygate report cart").output())
                .contains("v2.0-baseline of cart", "1. Database: migrate down to 42", "--to v2.0")
                .contains("| Now | other images run: ");
        var back = terminal.type("kubectl readygate undo cart --to v2.0-baseline");
        assertThat(back.output()).as("%s", back).contains("(registry.example/app:v2) is declared again");
        var wrong = terminal.type("kubectl readygate pin cart 'no name'");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.errors()).contains("BASELINE no name: use at most 63 letters");
    }
}
