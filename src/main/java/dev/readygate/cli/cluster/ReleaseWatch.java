package dev.readygate.cli.cluster;

import dev.readygate.api.v1alpha1.ReadinessReport;
import dev.readygate.cli.plan.ReleaseProgress;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Watches one Deployment and its report, prints each new sentence once, and notices the end of the release. */
public final class ReleaseWatch implements AutoCloseable {
    private final String name;
    private final Consumer<String> telling;
    private final CompletableFuture<ReleaseProgress> end = new CompletableFuture<>();
    private final SharedIndexInformer<GenericKubernetesResource> deployments;
    private final SharedIndexInformer<ReadinessReport> reports;
    private volatile ReleaseProgress latest = new ReleaseProgress.OnItsWay("Nothing was seen of it.");

    private ReleaseWatch(Session session, String name, Consumer<String> telling) {
        this.name = name;
        this.telling = telling;
        this.deployments = session.named(RawKinds.DEPLOYMENT, name).runnableInformer(0);
        this.reports = session.client()
                .resources(ReadinessReport.class)
                .inNamespace(session.namespace())
                .withName(name)
                .runnableInformer(0);
    }

    public static ReleaseWatch of(Session session, String name, Consumer<String> telling) {
        session.deployment(name);
        var sighting = new ReleaseWatch(session, name, telling);
        sighting.deployments.run();
        sighting.reports.run();
        sighting.look();
        sighting.deployments.addEventHandler(sighting.new Looking<>());
        sighting.reports.addEventHandler(sighting.new Looking<>());
        return sighting;
    }

    private synchronized void look() {
        if (end.isDone()) {
            return;
        }
        var deployment = deployments.getStore().list().stream().findFirst();
        if (deployment.isEmpty()) {
            end.completeExceptionally(new QueryFailed("Deployment %s was deleted meanwhile".formatted(name)));
            return;
        }
        var report = reports.getStore().list().stream().findFirst();
        saw(ReleaseProgress.of(Session.known(ObjectReader.declared(deployment.get()), report)));
    }

    private void saw(ReleaseProgress progress) {
        boolean news = !progress.sentence().equals(latest.sentence());
        latest = progress;
        if (news) {
            telling.accept(name + ": " + progress.sentence());
        }
        switch (progress) {
            case ReleaseProgress.Verified _, ReleaseProgress.WithdrawnRelease _, ReleaseProgress.Unjudged _ ->
                end.complete(progress);
            case ReleaseProgress.GoingBack _, ReleaseProgress.OnItsWay _ -> {}
        }
    }

    /** The end of the release, or its progress when the time is over. */
    public ReleaseProgress end(long time, TimeUnit unit) {
        try {
            return end.get(time, unit);
        } catch (TimeoutException over) {
            return latest;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof QueryFailed gone ? gone : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return latest;
        }
    }

    @Override
    public void close() {
        deployments.close();
        reports.close();
    }

    private final class Looking<T> implements ResourceEventHandler<T> {
        @Override
        public void onAdd(T object) {
            look();
        }

        @Override
        public void onUpdate(T before, T object) {
            look();
        }

        @Override
        public void onDelete(T object, boolean unknown) {
            look();
        }
    }
}
