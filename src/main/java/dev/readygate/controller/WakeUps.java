package dev.readygate.controller;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import io.javaoperatorsdk.operator.processing.event.source.EventSourceStartPriority;
import java.util.Set;

/**
 * Everything that touches a resource other than the resource itself: our own watches, readings that changed. What is
 * looked at then comes from our caches; the wake-up carries nothing but the name.
 */
final class WakeUps<P extends HasMetadata> extends AbstractEventSource<Void, P> {
    private final Runnable start;

    /** @param start what has to be up before the first resource is looked at */
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

    /** Before the SDK has started us there is nobody to wake: everything is looked at then anyway. */
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
