package dev.readygate.retention;

import static java.util.Objects.requireNonNull;

import dev.readygate.facts.About;
import dev.readygate.facts.Person;
import dev.readygate.facts.Statement;
import java.util.Optional;

/** A piece of evidence, without what it says. */
public record Stated(Statement statement, String type, About about) {
    public Stated {
        requireNonNull(statement, "statement");
        requireNonNull(type, "type");
        requireNonNull(about, "about");
    }

    String name() {
        return statement.name();
    }

    /** Each author has a place of their own, so that nobody's many crowd out what somebody else stated. */
    StatementKey place() {
        return new StatementKey(type, author(), about.subject());
    }

    /** Several people may have agreed to the same revision. */
    StatementKey narrowPlace() {
        return new StatementKey(type, Optional.empty(), about.toString());
    }

    private Optional<String> author() {
        return statement.by().map(Person::user);
    }

    record StatementKey(String type, Optional<String> author, String subject) {}
}
