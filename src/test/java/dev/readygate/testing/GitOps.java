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

/** Applies what is declared every second, whatever became of it. */
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

    /** Begins when something is released. */
    static GitOps waiting(App app) {
        return syncing(app, null);
    }

    /** Once, with {@code paused} in the manifest, and overruling nobody: a conflict is an error. */
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

    /** What the API server would say to it now, if it would not take it. */
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

    /** Declared and applied at once; no sync of what was declared before comes after it. */
    synchronized void release(Release release) {
        declared = release;
        app.apply(release);
    }

    /** What the API server said to those that it did not take. */
    public List<String> refusals() {
        return List.copyOf(refusals);
    }

    /** So many more, begun and ended from now on. */
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
