package dev.readygate.cli.check;

import dev.readygate.checks.Ruled;
import dev.readygate.cli.check.Checked.NotAsked;
import dev.readygate.cli.format.Entry;
import dev.readygate.cli.format.Entry.Level;
import dev.readygate.cli.format.Entry.Rule;
import dev.readygate.cli.format.Entry.Spot;
import dev.readygate.cli.format.Entry.Where;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** For code hosts and build servers: an entry for each rule, and for each check that was not asked. */
public final class Entries {
    private Entries() {}

    public static List<Entry> of(Outcomes outcomes) {
        return outcomes.deployments().stream().flatMap(Entries::of).toList();
    }

    private static Stream<Entry> of(Checked checked) {
        var where = new Where(
                "Deployment " + checked.name(),
                Optional.of(new Spot(checked.place().file(), checked.place().line())));
        return Stream.concat(
                checked.answers().stream()
                        .flatMap(answer -> answer.rules().stream().map(it -> entry(where, answer, it))),
                checked.notAsked().stream().map(it -> entry(where, it)));
    }

    private static Entry entry(Where where, Answer answer, Ruled rule) {
        var id = answer.id(rule);
        var words = rule.words();
        var described = new Rule(id, words.title().isEmpty() ? id : words.title(), words.fix());
        return new Entry(described, where, level(answer, rule), message(rule));
    }

    private static Level level(Answer answer, Ruled rule) {
        return switch (rule.outcome()) {
            case Pass, Waived, NotApplicable -> Level.Pass;
            case Fail -> answer.asker().blocking() ? Level.Failure : Level.Warning;
            case Unknown -> Level.Note;
            case Error -> Level.Error;
        };
    }

    private static String message(Ruled rule) {
        var words = rule.words();
        var what = words.why().isEmpty() ? rule.message() : words.why();
        return words.fix().isEmpty() ? what : "%s %s".formatted(sentence(what), words.fix());
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private static Entry entry(Where where, NotAsked question) {
        var rule = new Rule(question.check(), question.check(), "");
        return new Entry(
                rule, where, Level.Skipped, "only a cluster can answer this, so it was not asked: " + question.kind());
    }
}
