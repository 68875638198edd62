package dev.readygate.checks;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A probe that is put to an address a policy's author wrote. */
record AsksUrl(Probe probe) implements Check {
    AsksUrl {
        requireNonNull(probe, "probe");
    }

    @Override
    public Finding evaluate(Subject subject) {
        return switch (url()) {
            case Url.Valid valid -> answer(valid).finding(subject);
            case Url.Refused(var why) -> new Misworded(probe.spec(), why).evaluate(subject);
        };
    }

    @Override
    public List<Ask> asks(Subject subject) {
        return switch (url()) {
            case Url.Valid valid -> List.of(answer(valid).ask(subject, probe.to(valid.to())));
            case Url.Refused refused -> List.of();
        };
    }

    private Url url() {
        return Url.parse(probe.whom().url().orElse(""));
    }

    private WholeAnswer answer(Url.Valid url) {
        return new WholeAnswer(probe.spec(), probe.asked() + " of " + url.words(), probe.limit());
    }
}
