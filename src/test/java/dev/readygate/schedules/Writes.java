package dev.readygate.schedules;

import dev.readygate.api.v1alpha1.ReadinessReportStatus;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.PodTemplate;
import dev.readygate.facts.RejectedTemplate;
import dev.readygate.facts.Revision;
import dev.readygate.facts.RevisionDecisions;
import dev.readygate.gate.Effect;
import dev.readygate.schedules.ApiServer.Conflict;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Applies effects as {@code cluster.EffectApplier} does, until the process ends. */
final class Writes {
    private final ApiServer api;
    private final CachedObjects decidedOn;
    private int left;

    Writes(ApiServer api, CachedObjects decidedOn, int left) {
        this.api = api;
        this.decidedOn = decidedOn;
        this.left = left;
    }

    /** The process ends here. */
    static final class Death extends RuntimeException {
        Death() {
            super("killed", null, false, false);
        }
    }

    private void live() {
        if (left-- == 0) {
            throw new Death();
        }
    }

    void tell(ReadinessReportStatus status) {
        live();
        api.write(status);
    }

    /** @return the GateBook entry, if it was written */
    Optional<Optional<BookEntry>> carryOut(Effect effect) {
        live();
        return switch (effect) {
            case Effect.WriteBook it -> book(it.entry());
            case Effect.Refuse it -> book(Optional.of(it.entry().refusing(declared(it.number()))));
            case Effect.OpenGate it -> done(() -> api.open(it.pod().uid()));
            case Effect.Pause it -> patch(d -> d.paused(true, Optional.of(it.why())));
            case Effect.Unpause _ -> patch(d -> d.paused(false, Optional.empty()));
            case Effect.Retry _ -> patch(this::retried);
            case Effect.Restore it ->
                patch(d -> restored(d, template(it.baseline().uid())));
            case Effect.PutBack it -> patch(d -> putBack(d, it));
            case Effect.GiveBack _ -> done(this::giveBack);
            case Effect.Empty it ->
                done(() -> api.store(unchanged(it.revision()).scaled(0)));
            case Effect.Remove it -> done(() -> api.remove(unchanged(it.revision())));
            case Effect.Announce _ -> Optional.empty();
        };
    }

    private static Optional<Optional<BookEntry>> done(Runnable write) {
        write.run();
        return Optional.empty();
    }

    private Optional<Optional<BookEntry>> book(Optional<BookEntry> entry) {
        api.write(entry);
        return Optional.of(entry);
    }

    private Optional<Optional<BookEntry>> patch(UnaryOperator<Deployment> change) {
        return done(() -> api.byTheOperator(decidedOn.deployment().version(), change));
    }

    private void giveBack() {
        if (api.deployment().generation() != decidedOn.deployment().generation()) {
            throw new Conflict("the Deployment declares something else");
        }
        api.byAController(d -> d.given(true));
    }

    private ReplicaSet unchanged(Revision revision) {
        return api.unchanged(revision.uid(), Long.parseLong(revision.resourceVersion()));
    }

    private RejectedTemplate declared(long number) {
        if (api.deployment().version() != decidedOn.deployment().version()) {
            throw new Conflict("the Deployment has another version");
        }
        return new RejectedTemplate(new PodTemplate(api.deployment().template().name()), number);
    }

    private ModelTemplate template(String replicaSet) {
        return api.replicaSets().stream()
                .filter(it -> it.uid().equals(replicaSet))
                .findFirst()
                .orElseThrow(() -> new Conflict("the ReplicaSet is gone"))
                .template();
    }

    private Deployment restored(Deployment d, ModelTemplate baseline) {
        var declared = d.declaring(baseline).given(false);
        return decidedOn.deployment().held().isPresent() ? declared.paused(false, Optional.empty()) : declared;
    }

    private static Deployment putBack(Deployment d, Effect.PutBack back) {
        var declared =
                d.declaring(ModelPeople.template(back.refused().template().json()));
        return back.why().isPresent() ? declared.paused(true, back.why()) : declared;
    }

    private Deployment retried(Deployment d) {
        var wishes = d.wishes();
        var without = d.wishing(
                new RevisionDecisions(wishes.proceed(), wishes.reject(), Optional.empty(), wishes.decidedBy()));
        boolean parked =
                d.held().filter(it -> it.contains(" waits at gate Start")).isPresent() && d.paused();
        return d.held().isPresent() && !parked ? without.paused(false, Optional.empty()) : without;
    }
}
