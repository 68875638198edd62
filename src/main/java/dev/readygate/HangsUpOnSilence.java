package dev.readygate;

import io.fabric8.kubernetes.client.vertx.VertxHttpClientFactory;
import io.quarkus.arc.Arc;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An HTTP client for the API server that closes a connection after long silence, so that its watch starts again.
 * The API server sends every watch a bookmark once a minute; without the limit, a connection that the network has
 * dropped would look like a quiet one for ever, and its events would be missed.
 */
public final class HangsUpOnSilence extends VertxHttpClientFactory {
    private static final Duration SILENCE = Duration.ofMinutes(3);

    private final Duration silence;

    /** The Kubernetes client loads it as a service. */
    public HangsUpOnSilence() {
        this(SILENCE);
    }

    HangsUpOnSilence(Duration silence) {
        super(ofTheApplication());
        this.silence = silence;
    }

    /** The application has no Vertx if Main only answers "held". */
    private static Vertx ofTheApplication() {
        return Optional.ofNullable(Arc.container())
                .map(it -> it.instance(Vertx.class).get())
                .orElse(null);
    }

    /** Higher than that of Quarkus' own factory. */
    @Override
    public int priority() {
        return 2;
    }

    @Override
    protected void additionalConfig(WebClientOptions options) {
        options.setReadIdleTimeout((int) silence.toSeconds()).setIdleTimeoutUnit(TimeUnit.SECONDS);
    }
}
