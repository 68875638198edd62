package dev.readygate.admit;

import dev.readygate.admit.CompiledPolicy.CelText;
import dev.readygate.admit.CompiledPolicy.NamedExpression;
import dev.readygate.admit.CompiledPolicy.Validation;
import java.util.stream.Stream;

/**
 * An admission policy that shows by a trial whether the API server enforces exactly this text: for the operator it
 * denies only a Deployment with the right mark.
 *
 * @param operator the operator's user name; a template that the operator writes in a rollback is never denied
 */
public record TrialPolicy(CompiledPolicy compiled, String operator) {
    public static final String MARK = "readygate.dev/trial";

    public CelText text() {
        var theirs = "request.userInfo.username != " + Cel.text(operator);
        var marked = "dyn(object).metadata.?annotations[?%s].orValue('') == %s"
                .formatted(Cel.text(MARK), Cel.text(compiled.fingerprint()));
        var text = compiled.text();
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

    /** The message of a denied trial. */
    public String answer() {
        return "trial of " + compiled.fingerprint();
    }
}
