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
public final class EvidenceSamples {
    private String name = "it";
    private String type = "tests";
    private Optional<Person> by = Optional.of(new Person("ci", Set.of("robots")));
    private Instant at = RolloutScene.NOON.minusSeconds(60);
    private Optional<Instant> until = Optional.empty();
    private Optional<Outcome> outcome = Optional.of(Outcome.Pass);
    private About about = image("cart@sha256:v2");
    private Map<String, Object> data = Map.of();

    public static EvidenceSamples evidence() {
        return new EvidenceSamples();
    }

    public static EvidenceSamples approval(String user) {
        return new EvidenceSamples().named("of-" + user).by(user, "managers");
    }

    public static About image(String image) {
        return new About(Optional.empty(), Optional.empty(), Optional.of(image), Optional.empty());
    }

    public static About commit(String commit) {
        return new About(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(commit));
    }

    public static About deployment(String deployment) {
        return new About(Optional.of(deployment), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static About revision(String hash) {
        return new About(Optional.of("cart"), Optional.of(hash), Optional.empty(), Optional.empty());
    }

    public EvidenceSamples named(String other) {
        name = other;
        return this;
    }

    public EvidenceSamples ofType(String other) {
        type = other;
        return this;
    }

    public EvidenceSamples by(String user, String... groups) {
        by = Optional.of(new Person(user, Set.of(groups)));
        return this;
    }

    public EvidenceSamples unstamped() {
        by = Optional.empty();
        return this;
    }

    public EvidenceSamples ago(Duration duration) {
        at = RolloutScene.NOON.minus(duration);
        return this;
    }

    public EvidenceSamples expiring(Duration in) {
        until = Optional.of(RolloutScene.NOON.plus(in));
        return this;
    }

    public EvidenceSamples failing() {
        outcome = Optional.of(Outcome.Fail);
        return this;
    }

    public EvidenceSamples withoutOutcome() {
        outcome = Optional.empty();
        return this;
    }

    public EvidenceSamples about(About other) {
        about = other;
        return this;
    }

    public EvidenceSamples with(Map<String, Object> numbers) {
        data = numbers;
        return this;
    }

    public Statement statement() {
        return new Statement(name, by, at, until);
    }

    public EvidenceFact fact() {
        return new EvidenceFact(statement(), type, about, outcome, data);
    }
}
