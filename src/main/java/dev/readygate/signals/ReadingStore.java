package dev.readygate.signals;

import dev.readygate.checks.Ask;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Question;
import dev.readygate.facts.Reading;
import dev.readygate.facts.Readings;
import dev.readygate.facts.Sample;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The current answers. Only expected questions have one: a late answer to a question that is no longer asked is
 * dropped at any time.
 */
public final class ReadingStore {
    private final Map<DeploymentRef, NamespaceReadings> byDeployment = new ConcurrentHashMap<>();
    private final Consumer<DeploymentRef> onChange;

    /** @param onChange called when an answer about a Deployment changes, not for each sample */
    public ReadingStore(Consumer<DeploymentRef> onChange) {
        this.onChange = onChange;
    }

    /** Expects these questions from now on, and no others. */
    public void expect(DeploymentRef ref, Collection<Question> questions) {
        if (questions.isEmpty()) {
            byDeployment.remove(ref);
        } else {
            byDeployment.computeIfAbsent(ref, _ -> new NamespaceReadings()).expect(questions);
        }
    }

    public void put(DeploymentRef ref, Ask ask, Sample sample) {
        var stored = byDeployment.get(ref);
        if (stored != null && stored.put(ask, sample)) {
            onChange.accept(ref);
        }
    }

    public Readings readings(DeploymentRef ref) {
        var stored = byDeployment.get(ref);
        return stored == null ? Readings.NONE : stored.readings();
    }

    private static final class NamespaceReadings {
        private final Set<Question> expected = new HashSet<>();
        private final Map<Question, Reading> readings = new HashMap<>();

        synchronized void expect(Collection<Question> questions) {
            expected.clear();
            expected.addAll(questions);
            readings.keySet().retainAll(expected);
        }

        synchronized boolean put(Ask ask, Sample sample) {
            if (!expected.contains(ask.question())) {
                return false;
            }
            var before = readings.get(ask.question());
            var after = before == null ? Reading.first(sample, ask.patience()) : before.next(sample, ask.patience());
            readings.put(ask.question(), after);
            return before == null || !after.saysTheSameAs(before);
        }

        synchronized Readings readings() {
            return new Readings(readings);
        }
    }
}
