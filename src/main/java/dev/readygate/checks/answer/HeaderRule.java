package dev.readygate.checks.answer;

import static java.util.Objects.requireNonNull;

import com.google.re2j.Pattern;
import dev.readygate.api.v1alpha1.HttpExpectation.HeaderExpectation;
import dev.readygate.checks.answer.HttpAnswer.Response;
import dev.readygate.checks.cel.BoundedPattern;
import dev.readygate.checks.text.BriefText;
import java.util.Locale;
import java.util.Optional;

/**
 * A required header and its required value. The value in the answer may be a secret, so messages do not show it.
 *
 * @param pattern the pattern of its value, if the policy has one
 */
record HeaderRule(HeaderExpectation header, Optional<Pattern> pattern) implements AnswerRule {
    HeaderRule {
        requireNonNull(header, "header");
        requireNonNull(pattern, "pattern");
    }

    static HeaderRule of(HeaderExpectation header) {
        return new HeaderRule(header, Optional.ofNullable(header.matches()).map(BoundedPattern::compile));
    }

    @Override
    public Optional<Shortfall> shortfall(Response response) {
        var value = response.headers().get(header.name().toLowerCase(Locale.ROOT));
        if (value == null) {
            return Shortfall.fail("no " + header.name(), "without the header " + header.name());
        }
        if (pattern.isPresent() && !BoundedPattern.isQuick(pattern.get(), value.length())) {
            return Shortfall.error("not judged", "with a %s that is too long for its pattern".formatted(header.name()));
        }
        return fits(value) ? Optional.empty() : Shortfall.fail("another " + header.name(), "but " + wanted());
    }

    private boolean fits(String value) {
        if (header.value() != null) {
            return header.value().equals(value);
        }
        return pattern.isEmpty() || pattern.get().matches(value);
    }

    private String wanted() {
        return header.value() != null
                ? "%s is not '%s'".formatted(header.name(), BriefText.of(header.value()))
                : "%s does not match %s".formatted(header.name(), BriefText.of(header.matches()));
    }

    @Override
    public String limit() {
        if (header.value() != null) {
            return header.name() + ": " + BriefText.of(header.value());
        }
        return header.matches() == null ? header.name() : header.name() + " ~ " + BriefText.of(header.matches());
    }

    /** Why the expectation is invalid. */
    static Optional<String> mistake(HeaderExpectation header) {
        return Optional.ofNullable(header.matches())
                .flatMap(BoundedPattern::mistake)
                .map(why -> "the header %s has to match what is no regular expression that can be used: %s"
                        .formatted(header.name(), why));
    }
}
