package dev.readygate.cli.check;

import dev.readygate.checks.manifest.Containers;
import dev.readygate.checks.manifest.RuleResult;
import dev.readygate.cli.check.Checked.SkippedCheck;
import dev.readygate.cli.format.ResultEntry;
import dev.readygate.cli.format.ResultEntry.EntryPlace;
import dev.readygate.cli.format.ResultEntry.Level;
import dev.readygate.cli.format.ResultEntry.ReportedRule;
import dev.readygate.cli.format.ResultEntry.Spot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Entries for code hosts and build servers: one for each rule, and for each check that was not asked. */
public final class Entries {
    private Entries() {}

    public static List<ResultEntry> of(CheckOutcomes outcomes) {
        return outcomes.deployments().stream().flatMap(Entries::of).toList();
    }

    private static Stream<ResultEntry> of(Checked checked) {
        var where = new EntryPlace(
                "Deployment " + checked.name(),
                Optional.of(new Spot(checked.place().file(), checked.place().line())));
        return Stream.concat(
                checked.answers().stream()
                        .flatMap(answer -> answer.rules().stream().map(it -> entry(where, answer, it))),
                checked.notAsked().stream().map(it -> entry(where, it)));
    }

    private static ResultEntry entry(EntryPlace where, OfflineAnswer answer, RuleResult rule) {
        var id = answer.id(rule);
        var words = rule.words();
        var described = new ReportedRule(id, words.title().isEmpty() ? id : words.title(), words.fix());
        return new ResultEntry(described, where, level(answer, rule), message(rule));
    }

    private static Level level(OfflineAnswer answer, RuleResult rule) {
        return switch (rule.outcome()) {
            case Pass, Waived, NotApplicable -> Level.Pass;
            case Fail -> answer.policy().blocking() ? Level.Failure : Level.Warning;
            case Unknown -> Level.Note;
            case Error -> Level.Error;
        };
    }

    private static String message(RuleResult rule) {
        var words = rule.words();
        var what = words.why().isEmpty() ? rule.message() : Containers.before(rule.containers(), words.why());
        return words.fix().isEmpty() ? what : "%s %s".formatted(sentence(what), words.fix());
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private static ResultEntry entry(EntryPlace where, SkippedCheck question) {
        var rule = new ReportedRule(question.check(), question.check(), "");
        return new ResultEntry(
                rule, where, Level.Skipped, "only a cluster can answer this, so it was not asked: " + question.kind());
    }
}
