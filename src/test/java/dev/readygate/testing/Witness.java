package dev.readygate.testing;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Sees every change of an app's pods, and records the worst moment: polling would miss it. */
public final class Witness implements AutoCloseable {
    private final Release old;
    private final Release candidate;
    private final Map<String, Pod> pods = new ConcurrentHashMap<>();
    private final SharedIndexInformer<Pod> watch;
    private long fewestOld = Long.MAX_VALUE;
    private long fewestOthers = Long.MAX_VALUE;
    private long mostNew;

    Witness(App app, Release old, Release candidate) {
        this.old = old;
        this.candidate = candidate;
        app.pods().forEach(it -> pods.put(it.getMetadata().getUid(), it));
        note();
        this.watch = app.livePods().inform(new PodNotes());
    }

    /** The fewest pods of the old release that were Ready at one moment. */
    public synchronized long fewestOldReady() {
        return fewestOld;
    }

    /** The fewest pods of any release but the new one that were Ready at one moment. */
    public synchronized long fewestOthersReady() {
        return fewestOthers;
    }

    /** The most pods of the new release that were Ready at one moment. */
    public synchronized long mostNewReady() {
        return mostNew;
    }

    private synchronized void saw(Pod pod) {
        pods.put(pod.getMetadata().getUid(), pod);
        note();
    }

    private synchronized void gone(Pod pod) {
        pods.remove(pod.getMetadata().getUid());
        note();
    }

    private void note() {
        fewestOld = Math.min(fewestOld, ready(old));
        mostNew = Math.max(mostNew, ready(candidate));
        fewestOthers = Math.min(fewestOthers, serving().count() - ready(candidate));
    }

    private long ready(Release release) {
        return serving().filter(it -> Pods.runs(release, it)).count();
    }

    private Stream<Pod> serving() {
        return pods.values().stream().filter(it -> Pods.ready(it) && !Pods.goes(it));
    }

    @Override
    public void close() {
        watch.stop();
    }

    private final class PodNotes implements ResourceEventHandler<Pod> {
        @Override
        public void onAdd(Pod pod) {
            saw(pod);
        }

        @Override
        public void onUpdate(Pod before, Pod pod) {
            saw(pod);
        }

        @Override
        public void onDelete(Pod pod, boolean unknown) {
            gone(pod);
        }
    }
}
