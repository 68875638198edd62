package dev.readygate;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class HangsUpOnSilenceTest {
    private static final Duration SOON = Duration.ofSeconds(1);

    @Test
    void aWatchOnWhichNothingComesIsBegunAgain() {
        var begun = new AtomicInteger();
        var vertx = Vertx.vertx();
        var silent = vertx.createHttpServer()
                .webSocketHandler(_ -> begun.incrementAndGet())
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        var config = new ConfigBuilder(io.fabric8.kubernetes.client.Config.empty())
                .withMasterUrl("http://127.0.0.1:" + silent.actualPort())
                .build();
        try (var client = new KubernetesClientBuilder()
                        .withConfig(config)
                        .withHttpClientFactory(new HangsUpOnSilence(SOON))
                        .build();
                var _ = client.pods().inNamespace("shop").watch(new SilentWatcher())) {
            Awaitility.await("the watch to begin again").until(() -> begun.get() > 1);
        } finally {
            vertx.close();
        }
    }

    private static final class SilentWatcher implements Watcher<Pod> {
        @Override
        public void eventReceived(Action action, Pod pod) {}

        @Override
        public void onClose(WatcherException cause) {}
    }
}
