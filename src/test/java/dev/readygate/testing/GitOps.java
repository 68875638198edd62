package dev.readygate.testing;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** Applies the declared manifest every second, after success and failure alike. */
public final class GitOps implements AutoCloseable {
    private final App app;
    private final AtomicInteger syncs = new AtomicInteger();
    private final List<String> refusals = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private volatile Release declared;

    private GitOps(App app, Release declared) {
        this.app = app;
        this.declared = declared;
    }

    public static GitOps syncing(App app, Release declared) {
        var tool = new GitOps(app, declared);
        tool.clock.scheduleAtFixedRate(tool::sync, 0, 1, TimeUnit.SECONDS);
        return tool;
    }

    /** Begins with the first release. */
    static GitOps waiting(App app) {
        return syncing(app, null);
    }

    /** Applies once, with {@code paused} in the manifest and without force: a conflict is an error. */
    public static App syncOnce(App app, Release release, boolean paused) {
        var manifest = app.manifest(release)
                .edit()
                .editSpec()
                .withPaused(paused)
                .endSpec()
                .build();
        app.namespace().client().resource(manifest).fieldManager("gitops").serverSideApply();
        return app;
    }

    /** The API server's rejection of the release now, if it would reject it. */
    public static Optional<String> refusalOf(App app, Release release) {
        try {
            var trial = new PatchContext.Builder()
                    .withPatchType(PatchType.SERVER_SIDE_APPLY)
                    .withFieldManager("gitops")
                    .withForce(true)
                    .withDryRun(List.of("All"))
                    .build();
            var manifest = app.manifest(release);
            app.namespace().client().resource(manifest).patch(trial, manifest);
            return Optional.empty();
        } catch (KubernetesClientException refused) {
            return Optional.of(refused.getMessage());
        }
    }

    public void declare(Release release) {
        declared = release;
    }

    /** Declares and applies at once; no sync of an earlier manifest comes after it. */
    synchronized void release(Release release) {
        declared = release;
        app.apply(release);
    }

    /** The API server's messages about rejected applies. */
    public List<String> refusals() {
        return List.copyOf(refusals);
    }

    /** Waits for that many more syncs, begun and ended from now on. */
    public void waitForSyncs(int more) {
        int goal = syncs.get() + more + 1;
        Awaitility.await("%d more syncs".formatted(more)).until(() -> syncs.get() >= goal);
    }

    private synchronized void sync() {
        if (declared == null) {
            return;
        }
        try {
            app.apply(declared);
        } catch (KubernetesClientException refused) {
            refusals.add(refused.getMessage());
        }
        syncs.incrementAndGet();
    }

    @Override
    public void close() {
        clock.close();
    }
}
