package dev.readygate.checks.answer;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readygate.checks.answer.HttpAnswer.Response;
import dev.readygate.checks.cel.CelExpression;
import dev.readygate.checks.cel.CelResult;
import dev.readygate.checks.cel.CelValues;
import dev.readygate.checks.cel.CompiledExpression;
import dev.readygate.checks.cel.Vocabulary;
import dev.readygate.checks.cel.Vocabulary.Sort;
import dev.readygate.checks.text.BriefText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A CEL expression that must be true of the whole answer. */
record BodyRule(CompiledExpression program) implements AnswerRule {
    private static final Vocabulary NAMES = new Vocabulary(Map.of(
            "json", Sort.Anything,
            "text", Sort.Text,
            "headers", Sort.TextByName,
            "status", Sort.Whole,
            "elapsed", Sort.Duration));

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    BodyRule {
        requireNonNull(program, "program");
    }

    static CelExpression compiled(String text) {
        return CelExpression.truth(text, NAMES);
    }

    @Override
    public Optional<Shortfall> shortfall(Response response) {
        if (readsBody() && !response.body().whole()) {
            return Shortfall.error("body not read", "with a body that is too long to be read, or cannot be decoded");
        }
        var values = values(response);
        if (program.reads("json")) {
            var json = json(response.body().text());
            if (json.isEmpty()) {
                return Shortfall.fail("body not JSON", "with a body that is not JSON");
            }
            values.put("json", json.get());
        }
        return judge(program.answer(values));
    }

    @Override
    public boolean readsBody() {
        return program.reads("json") || program.reads("text");
    }

    private static Map<String, Object> values(Response response) {
        var values = new HashMap<String, Object>();
        values.put("text", response.body().text());
        values.put("headers", response.headers());
        values.put("status", (long) response.status());
        values.put("elapsed", response.elapsed());
        return values;
    }

    private static Optional<Object> json(String text) {
        try {
            var json = JSON.readTree(text);
            return json.isMissingNode() ? Optional.empty() : Optional.of(CelValues.ofData(json));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** A missing field is the answer's fault: the expected condition is not true. */
    private Optional<Shortfall> judge(CelResult answer) {
        return switch (answer) {
            case CelResult.Truth truth ->
                truth.holds() ? Optional.empty() : Shortfall.fail("another body", is("false"));
            case CelResult.Unfitting unfitting -> Shortfall.fail("another body", is("not true: " + unfitting.why()));
            case CelResult.TooCostly costly -> Shortfall.error("not judged", is("not known: " + costly.why()));
            case CelResult.CelNumber number -> throw new IllegalStateException("a truth was asked for");
        };
    }

    private String is(String what) {
        return "but %s is %s".formatted(BriefText.of(program.text()), what);
    }

    @Override
    public String limit() {
        return BriefText.of(program.text());
    }
}
