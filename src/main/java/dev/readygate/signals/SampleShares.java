package dev.readygate.signals;

import dev.readygate.checks.Ask;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Question;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts how many samples each namespace takes, and finds asks that exceed its share. */
final class SampleShares {
    private static final double MINUTE = Duration.ofMinutes(1).toNanos();

    /** Per minute: a rarer ask counts as one a minute, because it takes memory all the same. */
    private static final double AT_LEAST = 1;

    private final int perSecond;
    private final Map<String, Map<DeploymentRef, Double>> rates = new HashMap<>();

    SampleShares(int perSecond) {
        this.perSecond = perSecond;
    }

    /** @return the asks that exceed the share, after those of the namespace's other Deployments */
    Set<Question> over(DeploymentRef ref, Collection<Ask> asks) {
        var ofNamespace = rates.computeIfAbsent(ref.namespace(), _ -> new HashMap<>());
        ofNamespace.remove(ref);
        double others =
                ofNamespace.values().stream().mapToDouble(Double::doubleValue).sum();
        double own = 0;
        var over = new HashSet<Question>();
        for (var ask : asks) {
            double rate = perMinute(ask);
            if (others + own + rate > perSecond * 60.0) {
                over.add(ask.question());
            } else {
                own += rate;
            }
        }
        if (own > 0) {
            ofNamespace.put(ref, own);
        }
        if (ofNamespace.isEmpty()) {
            rates.remove(ref.namespace());
        }
        return over;
    }

    private static double perMinute(Ask ask) {
        return ask.request().weight()
                * Math.max(AT_LEAST, MINUTE / ask.pace().every().toNanos());
    }

    String sentence() {
        return "over the namespace's share of %d samples a second: ask less often, or fewer".formatted(perSecond);
    }
}
