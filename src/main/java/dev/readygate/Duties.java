package dev.readygate;

import dev.readygate.controller.Admissions;
import dev.readygate.controller.PlatformSummaries;
import dev.readygate.controller.Tidying;
import dev.readygate.signals.Samplers;
import jakarta.inject.Singleton;

/** The tasks that only the leader does, apart from reconciling Deployments and policies. */
@Singleton
class Duties {
    private final Samplers samplers;
    private final PlatformSummaries summaries;
    private final Admissions admissions;
    private final Tidying tidying;
    private final boolean removesOld;

    Duties(Samplers samplers, PlatformSummaries summaries, Admissions admissions, Tidying tidying, Settings settings) {
        this.samplers = samplers;
        this.summaries = summaries;
        this.admissions = admissions;
        this.tidying = tidying;
        this.removesOld = settings.retention().enabled();
    }

    void resume() {
        samplers.resume();
        summaries.resume();
        admissions.resume();
        if (removesOld) {
            tidying.resume();
        }
    }

    void pause() {
        samplers.pause();
        summaries.pause();
        admissions.pause();
        tidying.pause();
    }
}
