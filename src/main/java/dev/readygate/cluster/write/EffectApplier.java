package dev.readygate.cluster.write;

import dev.readygate.cluster.book.GateBooks;
import dev.readygate.cluster.kube.Overtaken;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Snapshot;
import dev.readygate.gate.Effect;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Optional;

/**
 * Applies effects in order, because a later one may rely on those before. Every write names the UID, and, except on
 * pods, the state that the decision was based on, so a newer change is never overwritten. After a conflict the rest
 * waits for the next reconcile.
 */
public final class EffectApplier {
    private final DeploymentWrites deployments;
    private final TemplateWrites templates;
    private final PodGates gates;
    private final GateBooks books;
    private final Announcer announcer;

    public EffectApplier(KubernetesClient client, PodGates gates, GateBooks books, Announcer announcer) {
        this.deployments = new DeploymentWrites(client);
        this.templates = new TemplateWrites(client);
        this.gates = gates;
        this.books = books;
        this.announcer = announcer;
    }

    public enum ApplyOutcome {
        Done,
        /** An object had changed: nothing was overwritten, and the next reconcile decides anew. */
        Overtaken
    }

    public ApplyOutcome apply(List<Effect> effects, Snapshot decidedOn) {
        boolean done = Overtaken.wentThrough(() -> effects.forEach(it -> apply(it, decidedOn)));
        return done ? ApplyOutcome.Done : ApplyOutcome.Overtaken;
    }

    private void refuse(Effect.Refuse refuse, Snapshot decidedOn) {
        var workload = decidedOn.workload();
        var declared = templates.declared(workload, refuse.number());
        books.write(workload.ref(), decidedOn.book(), Optional.of(refuse.entry().refusing(declared)));
    }

    /** Removes the entry of a deleted Deployment; a new Deployment of the same name keeps its own. */
    public void forget(DeploymentRef gone) {
        books.entry(gone).filter(it -> it.uid().equals(gone.uid())).ifPresent(it -> books.takeOut(gone, it));
    }

    private void apply(Effect effect, Snapshot decidedOn) {
        var workload = decidedOn.workload();
        switch (effect) {
            case Effect.WriteBook book -> books.write(workload.ref(), decidedOn.book(), book.entry());
            case Effect.OpenGate open -> gates.open(workload.ref(), open.pod());
            case Effect.Pause pause -> deployments.pause(workload, pause.why());
            case Effect.Unpause unpause -> deployments.unpause(workload);
            case Effect.Retry retry -> deployments.retry(workload);
            case Effect.Refuse refuse -> refuse(refuse, decidedOn);
            case Effect.Restore restore -> templates.restore(workload, restore.baseline());
            case Effect.PutBack back -> templates.putBack(workload, back.refused(), back.why());
            case Effect.GiveBack back -> templates.giveBack(workload, back.refused());
            case Effect.Empty empty -> deployments.empty(workload.ref(), empty.revision());
            case Effect.Remove remove -> deployments.remove(workload.ref(), remove.revision());
            case Effect.Announce announce -> announcer.announce(workload.ref(), announce.announcement());
        }
    }
}
