package dev.readygate;

import io.fabric8.kubernetes.client.vertx.VertxHttpClientFactory;
import io.quarkus.arc.Arc;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The way to the API server, on which a connection that has been silent for too long is closed, and its watch begins
 * again. The API server sends every watch a bookmark once a minute; one that a network has forgotten would look like a
 * quiet one for ever, and nothing of that kind would be heard of again.
 */
public final class HangsUpOnSilence extends VertxHttpClientFactory {
    private static final Duration SILENCE = Duration.ofMinutes(3);

    private final Duration silence;

    /** Found by the client as a service. */
    public HangsUpOnSilence() {
        this(SILENCE);
    }

    HangsUpOnSilence(Duration silence) {
        super(ofTheApplication());
        this.silence = silence;
    }

    /** There is none where only a question is asked. */
    private static Vertx ofTheApplication() {
        return Optional.ofNullable(Arc.container())
                .map(it -> it.instance(Vertx.class).get())
                .orElse(null);
    }

    /** Before Quarkus' own. */
    @Override
    public int priority() {
        return 2;
    }

    @Override
    protected void additionalConfig(WebClientOptions options) {
        options.setReadIdleTimeout((int) silence.toSeconds()).setIdleTimeoutUnit(TimeUnit.SECONDS);
    }
}
