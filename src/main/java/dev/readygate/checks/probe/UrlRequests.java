package dev.readygate.checks.probe;

import static java.util.Objects.requireNonNull;

import dev.readygate.checks.Ask;
import dev.readygate.checks.Check;
import dev.readygate.checks.Finding;
import dev.readygate.checks.InvalidCheck;
import dev.readygate.checks.Subject;
import dev.readygate.checks.answer.Url;
import java.util.List;

/** A probe that asks an address from a policy. */
record UrlRequests(Probe probe) implements Check {
    UrlRequests {
        requireNonNull(probe, "probe");
    }

    @Override
    public Finding evaluate(Subject subject) {
        return switch (url()) {
            case Url.Valid valid -> answer(valid).finding(subject);
            case Url.ForbiddenUrl(var why) -> new InvalidCheck(probe.spec(), why).evaluate(subject);
        };
    }

    @Override
    public List<Ask> asks(Subject subject) {
        return switch (url()) {
            case Url.Valid valid -> List.of(answer(valid).ask(subject, probe.to(valid.to())));
            case Url.ForbiddenUrl refused -> List.of();
        };
    }

    private Url url() {
        return Url.parse(probe.whom().url().orElse(""));
    }

    private WholeAnswer answer(Url.Valid url) {
        return new WholeAnswer(probe.spec(), probe.asked() + " of " + url.words(), probe.limit());
    }
}
