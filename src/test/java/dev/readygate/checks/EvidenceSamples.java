package dev.readygate.checks;

import dev.readygate.facts.About;
import dev.readygate.facts.EvidenceFact;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Person;
import dev.readygate.facts.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Evidence for tests: of type tests, by user ci, about image v2, a minute ago, and it passes. */
final class EvidenceSamples {
    private String name = "it";
    private String type = "tests";
    private Optional<Person> by = Optional.of(new Person("ci", Set.of("robots")));
    private Instant at = RolloutScene.NOON.minusSeconds(60);
    private Optional<Instant> until = Optional.empty();
    private Optional<Outcome> outcome = Optional.of(Outcome.Pass);
    private About about = image("cart@sha256:v2");
    private Map<String, Object> data = Map.of();

    static EvidenceSamples evidence() {
        return new EvidenceSamples();
    }

    static EvidenceSamples approval(String user) {
        return new EvidenceSamples().named("of-" + user).by(user, "managers");
    }

    static About image(String image) {
        return new About(Optional.empty(), Optional.empty(), Optional.of(image), Optional.empty());
    }

    static About commit(String commit) {
        return new About(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(commit));
    }

    static About deployment(String deployment) {
        return new About(Optional.of(deployment), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static About revision(String hash) {
        return new About(Optional.of("cart"), Optional.of(hash), Optional.empty(), Optional.empty());
    }

    EvidenceSamples named(String other) {
        name = other;
        return this;
    }

    EvidenceSamples ofType(String other) {
        type = other;
        return this;
    }

    EvidenceSamples by(String user, String... groups) {
        by = Optional.of(new Person(user, Set.of(groups)));
        return this;
    }

    EvidenceSamples unstamped() {
        by = Optional.empty();
        return this;
    }

    EvidenceSamples ago(Duration duration) {
        at = RolloutScene.NOON.minus(duration);
        return this;
    }

    EvidenceSamples expiring(Duration in) {
        until = Optional.of(RolloutScene.NOON.plus(in));
        return this;
    }

    EvidenceSamples failing() {
        outcome = Optional.of(Outcome.Fail);
        return this;
    }

    EvidenceSamples withoutOutcome() {
        outcome = Optional.empty();
        return this;
    }

    EvidenceSamples about(About other) {
        about = other;
        return this;
    }

    EvidenceSamples with(Map<String, Object> numbers) {
        data = numbers;
        return this;
    }

    Statement statement() {
        return new Statement(name, by, at, until);
    }

    EvidenceFact fact() {
        return new EvidenceFact(statement(), type, about, outcome, data);
    }
}
