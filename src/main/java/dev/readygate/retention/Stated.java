package dev.readygate.retention;

import static java.util.Objects.requireNonNull;

import dev.readygate.facts.About;
import dev.readygate.facts.Person;
import dev.readygate.facts.Statement;
import java.util.Optional;

/** A piece of evidence without its data. */
public record Stated(Statement statement, String type, About about) {
    public Stated {
        requireNonNull(statement, "statement");
        requireNonNull(type, "type");
        requireNonNull(about, "about");
    }

    String name() {
        return statement.name();
    }

    /** Each author has a key of their own, so that many pieces of one author do not displace those of another. */
    StatementKey place() {
        return new StatementKey(type, author(), about.subject());
    }

    /** One key for all authors: several people may have approved the same revision. */
    StatementKey narrowPlace() {
        return new StatementKey(type, Optional.empty(), about.toString());
    }

    private Optional<String> author() {
        return statement.by().map(Person::user);
    }

    record StatementKey(String type, Optional<String> author, String subject) {}
}
