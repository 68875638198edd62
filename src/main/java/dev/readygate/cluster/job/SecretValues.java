package dev.readygate.cluster.job;

import dev.readygate.facts.SecretValue;
import dev.readygate.facts.SecretValue.SecretText;
import dev.readygate.facts.SecretValue.Withheld;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Reads values from Secrets one by one and by name, so that the operator sees no other Secret. */
public final class SecretValues {
    /** Short, to use a rotated value soon, but long enough that a check every second does not read every second. */
    private static final Duration KEPT = Duration.ofSeconds(20);

    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    /** The encoded length; enough for all certificate authorities that a runtime trusts. */
    private static final int LONGEST = 400 * 1024;

    private final KubernetesClient client;
    private final InstantSource clock;
    private final boolean allowed;
    private final Map<SecretKeyName, CachedSecrets> cached = new ConcurrentHashMap<>();

    /** @param allowed whether this installation lets checks use Secrets at all */
    public SecretValues(KubernetesClient client, InstantSource clock, boolean allowed) {
        this.client = client;
        this.clock = clock;
        this.allowed = allowed;
    }

    /** One key of a Secret. The other keys are not kept: they may take a megabyte. */
    private record SecretKeyName(String namespace, String secret, String key) {}

    private record SecretRead(Instant at, SecretValue value) {
        boolean isRecent(Instant now) {
            return now.isBefore(at.plus(KEPT)) && !now.isBefore(at);
        }

        @Override
        public String toString() {
            return "Read[" + at + "]";
        }
    }

    private static final class CachedSecrets {
        private final ReentrantLock reading = new ReentrantLock();
        private volatile Optional<SecretRead> latest = Optional.empty();
        private volatile Instant used = Instant.MIN;
    }

    public SecretValue of(String namespace, String secret, String key) {
        if (!allowed) {
            return new Withheld("values from Secrets are switched off in this installation: set checks.secrets to true"
                    + " in the chart, or take the Secret out of the check");
        }
        return read(new SecretKeyName(namespace, secret, key)).value();
    }

    private static SecretValue value(Secret secret, SecretKeyName name) {
        var encoded = Optional.ofNullable(secret.getData()).map(it -> it.get(name.key()));
        if (encoded.isEmpty()) {
            return withheld(name, "has no key %s: add it, or name another in the check".formatted(name.key()));
        }
        return encoded.get().length() > LONGEST
                ? withheld(
                        name,
                        "has more at key %s than anything that is sent: at most %d KiB"
                                .formatted(name.key(), LONGEST / 1024))
                : new SecretText(new String(Base64.getDecoder().decode(encoded.get()), StandardCharsets.UTF_8));
    }

    /** Checks of a hundred pods at once need one read. */
    private SecretRead read(SecretKeyName name) {
        var now = clock.instant();
        var entry = cached.computeIfAbsent(name, _ -> new CachedSecrets());
        entry.used = now;
        try {
            entry.reading.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SecretRead(now, withheld(name, "could not be read in time; trying again"));
        }
        try {
            if (entry.latest.filter(it -> it.isRecent(now)).isEmpty()) {
                entry.latest = Optional.of(readNow(name, now, entry.latest));
                cached.values().removeIf(it -> now.isAfter(it.used.plus(FORGOTTEN)));
            }
            return entry.latest.get();
        } finally {
            entry.reading.unlock();
        }
    }

    /** While the API server is away, the last value still counts; after a revoked right it does not. */
    private SecretRead readNow(SecretKeyName name, Instant now, Optional<SecretRead> before) {
        try {
            var found = client.secrets()
                    .inNamespace(name.namespace())
                    .withName(name.secret())
                    .get();
            return new SecretRead(
                    now,
                    found == null
                            ? withheld(name, "is not there: create it, or name another in the check")
                            : value(found, name));
        } catch (KubernetesClientException refused) {
            return before.filter(_ -> refused.getCode() != HttpURLConnection.HTTP_FORBIDDEN)
                    .map(it -> new SecretRead(now, it.value()))
                    .orElseGet(() -> new SecretRead(now, withheld(name, why(refused))));
        }
    }

    private static SecretValue withheld(SecretKeyName name, String why) {
        return new Withheld("the Secret %s %s".formatted(name.secret(), why));
    }

    private static String why(KubernetesClientException refused) {
        return refused.getCode() == HttpURLConnection.HTTP_FORBIDDEN
                ? "may not be read by the operator: set checks.secrets to true in the chart, or give it the right to"
                        + " get Secrets in this namespace"
                : "could not be read, as the API server did not answer (%d); trying again".formatted(refused.getCode());
    }
}
