package dev.readygate.signals;

import dev.readygate.checks.Ask;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Question;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How often is asked on behalf of each namespace, and what would be more than its share. */
final class Shares {
    private static final double NANOS = 1e9;

    private final int perSecond;
    private final Map<String, Map<DeploymentRef, Double>> rates = new HashMap<>();

    Shares(int perSecond) {
        this.perSecond = perSecond;
    }

    /** @return those of the asks for which there is no room beside what the namespace's other Deployments ask */
    Set<Question> over(DeploymentRef who, Collection<Ask> asks) {
        var ofNamespace = rates.computeIfAbsent(who.namespace(), _ -> new HashMap<>());
        ofNamespace.remove(who);
        double others =
                ofNamespace.values().stream().mapToDouble(Double::doubleValue).sum();
        double own = 0;
        var over = new HashSet<Question>();
        for (var ask : asks) {
            double rate = NANOS / ask.pace().every().toNanos();
            if (others + own + rate > perSecond) {
                over.add(ask.question());
            } else {
                own += rate;
            }
        }
        if (own > 0) {
            ofNamespace.put(who, own);
        }
        if (ofNamespace.isEmpty()) {
            rates.remove(who.namespace());
        }
        return over;
    }

    String sentence() {
        return "over the namespace's share of %d samples a second: ask less often, or fewer".formatted(perSecond);
    }
}
