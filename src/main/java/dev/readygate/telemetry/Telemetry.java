package dev.readygate.telemetry;

import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Sample;
import dev.readygate.gate.Decision;
import dev.readygate.gate.Effect;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** The operator's metrics and log lines. Labels are bounded: never a Deployment, never a pod. */
public final class Telemetry {
    private static final Logger LOG = Logger.getLogger("dev.readygate");

    private final MeterRegistry meters;
    private final Deliveries deliveries;

    public Telemetry(MeterRegistry meters) {
        this.meters = meters;
        this.deliveries = new Deliveries(meters);
    }

    /** The exception to the rule: delivery metrics are labelled by Deployment. */
    public Deliveries deliveries() {
        return deliveries;
    }

    /** Marks every line logged meanwhile with the Deployment it is about. */
    public <T> T reconciling(HasMetadata deployment, Supplier<T> work) {
        var metadata = deployment.getMetadata();
        MDC.put("about", metadata.getNamespace() + "/" + metadata.getName() + " ");
        try {
            return timer().record(work);
        } finally {
            MDC.remove("about");
        }
    }

    private Timer timer() {
        return Timer.builder("readygate_reconcile")
                .description("Time from looking at a Deployment to having acted on it")
                .register(meters);
    }

    /** Logs the decision before its effects are applied. */
    public void decided(DeploymentRef ref, Decision decision) {
        for (var effect : decision.effects()) {
            effects(effect).increment();
            LOG.infof("%s %s: %s", decision.phase(), decision.standing().reason(), effect);
        }
    }

    private Counter effects(Effect effect) {
        return Counter.builder("readygate_effects")
                .description("Changes to the cluster that were decided")
                .tag("effect", effect.getClass().getSimpleName())
                .register(meters);
    }

    /** @param late how long after its time the sample began */
    public void sampled(Sample sample, Duration late) {
        Counter.builder("readygate_samples")
                .description("Answers to checks that were asked outside")
                .tag("outcome", sample.outcome().name())
                .register(meters)
                .increment();
        Timer.builder("readygate_sample_lag")
                .description("How long after its time a sample was begun")
                .register(meters)
                .record(late);
    }
}
