package dev.readygate.admit;

import dev.readygate.admit.CompiledPolicy.CelText;
import dev.readygate.admit.CompiledPolicy.NamedExpression;
import dev.readygate.admit.CompiledPolicy.Validation;
import java.util.stream.Stream;

/**
 * A guard by which one can try whether the API server carries out just this text: to the operator it denies a Deployment
 * with the right mark, and nothing else.
 *
 * @param operator the user the API server knows us by; what it writes back in a rollback is never denied
 */
public record TrialPolicy(CompiledPolicy guard, String operator) {
    public static final String MARK = "readygate.dev/trial";

    public CelText text() {
        var theirs = "request.userInfo.username != " + Cel.text(operator);
        var marked = "dyn(object).metadata.?annotations[?%s].orValue('') == %s"
                .formatted(Cel.text(MARK), Cel.text(guard.fingerprint()));
        var text = guard.text();
        return new CelText(
                Stream.concat(
                                Stream.of(new NamedExpression("not-the-operator", theirs + " || " + marked)),
                                text.conditions().stream())
                        .toList(),
                text.variables(),
                Stream.concat(
                                Stream.of(new Validation("trial", theirs, answer(), Cel.text(answer()))),
                                text.validations().stream())
                        .toList());
    }

    /** What a denied trial is told. */
    public String answer() {
        return "trial of " + guard.fingerprint();
    }
}
