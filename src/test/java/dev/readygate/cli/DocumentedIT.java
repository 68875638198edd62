package dev.readygate.cli;

import dev.readygate.testing.App;
import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every example of docs/reference/cli.md runs unchanged during one release, and has the documented exit code. */
@ExtendWith(ClusterExtension.class)
class DocumentedIT {
    private static final Release V1 = Release.good("v1");
    private static final Release SICK = Release.sick("v2");

    @TempDir
    private Path folder;

    @Test
    void everyExampleEndsAsDocumented(Namespace shop) throws IOException {
        var examples = new Examples(Terminal.in(shop, folder));
        var cart = shop.governed("cart", V1);

        List.of("status", "explain", "history", "dora", "baseline", "wait").forEach(it -> examples.end(it, 0));
        filesToCheck();
        examples.end("check", 0);
        shop.cluster().run("kubectl", "apply", "--server-side", "--filename=standards/deployment-review.yaml");
        examples.end("report", 0);
        List.of("retry", "proceed", "reject").forEach(it -> examples.end(it, 1));

        cart.release(SICK);
        examples.end("wait", 1);
        cart.waitUntilWithdrawn();
        examples.end("explain", 0);
        examples.end("undo", 0, good(cart));
        examples.end("wait", 0);

        cart.release(Release.sick("v3"));
        examples.end("wait", 1);
        cart.waitUntilWithdrawn();
        shop.operator().kill();
        examples.end("retry", 0);
        examples.end("release", 0);
        cart.waitUntil("what was rejected to run", it -> it.readyPodsOf(Release.sick("v3")) == 3);
    }

    private void filesToCheck() throws IOException {
        var files = Path.of("docs", "examples", "checking").toAbsolutePath();
        for (var name : List.of("posture.yaml", "shop")) {
            Files.createSymbolicLink(folder.resolve(name), files.resolve(name));
        }
    }

    @AfterEach
    void bringItBack(Namespace shop) {
        shop.operator().ensureRunning();
    }

    private static String good(App cart) {
        return cart.status().orElseThrow().baseline().hash();
    }
}
