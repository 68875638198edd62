package dev.readygate.controller;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import io.javaoperatorsdk.operator.processing.event.source.EventSourceStartPriority;
import java.util.Set;

/**
 * Events that touch a resource other than changes of the resource itself: the operator's own watches, changed
 * readings. The reconciliation reads from the operator's caches; the event carries only the name.
 */
final class WakeUps<P extends HasMetadata> extends AbstractEventSource<Void, P> {
    private final Runnable start;

    /** @param start starts the caches before the first reconciliation */
    WakeUps(String name, Runnable start) {
        super(Void.class, name);
        this.start = start;
        setEventSourcePriority(EventSourceStartPriority.RESOURCE_STATE_LOADER);
    }

    @Override
    public void start() {
        start.run();
        super.start();
    }

    /** Before the SDK has started this source, events are dropped: every resource is reconciled at the start anyway. */
    void wake(String namespace, String name) {
        if (isRunning()) {
            getEventHandler().handleEvent(new Event(new ResourceID(name, namespace)));
        }
    }

    @Override
    public Set<Void> getSecondaryResources(P primary) {
        return Set.of();
    }
}
