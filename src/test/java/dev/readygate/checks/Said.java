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

/** Evidence as a test tells it: of type tests, by user ci, about image v2, a minute ago, and it passes. */
final class Said {
    private String name = "it";
    private String type = "tests";
    private Optional<Person> by = Optional.of(new Person("ci", Set.of("robots")));
    private Instant at = Scene.NOON.minusSeconds(60);
    private Optional<Instant> until = Optional.empty();
    private Optional<Outcome> outcome = Optional.of(Outcome.Pass);
    private About about = image("cart@sha256:v2");
    private Map<String, Object> data = Map.of();

    static Said evidence() {
        return new Said();
    }

    static Said approval(String user) {
        return new Said().named("of-" + user).by(user, "managers");
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

    Said named(String other) {
        name = other;
        return this;
    }

    Said ofType(String other) {
        type = other;
        return this;
    }

    Said by(String user, String... groups) {
        by = Optional.of(new Person(user, Set.of(groups)));
        return this;
    }

    Said unstamped() {
        by = Optional.empty();
        return this;
    }

    Said ago(Duration duration) {
        at = Scene.NOON.minus(duration);
        return this;
    }

    Said expiring(Duration in) {
        until = Optional.of(Scene.NOON.plus(in));
        return this;
    }

    Said failing() {
        outcome = Optional.of(Outcome.Fail);
        return this;
    }

    Said withoutOutcome() {
        outcome = Optional.empty();
        return this;
    }

    Said about(About other) {
        about = other;
        return this;
    }

    Said with(Map<String, Object> numbers) {
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
