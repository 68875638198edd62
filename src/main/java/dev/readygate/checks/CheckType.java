package dev.readygate.checks;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.api.v1alpha1.CheckKind;
import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.Documents;
import dev.readygate.api.v1alpha1.Gate;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Everything the operator knows of one kind of check.
 *
 * @param evaluator makes the check that answers
 * @param mistake says why a check is invalid, where no schema can see it
 * @param mistakeAtAdmit says why gate Admit cannot ask it
 */
public record CheckType<K extends CheckKind>(
        Class<K> kind,
        BiFunction<CheckSpec, K, Check> evaluator,
        BiFunction<CheckSpec, K, Optional<String>> mistake,
        Function<K, Optional<String>> mistakeAtAdmit) {

    /** For kinds that ask pods: a revision has none at gate Admit. */
    public static final String NEEDS_PODS =
            "a probe or a comparison is about pods, and at gate Admit there are none of the new revision: set gate to Serve";

    public static final String NEEDS_A_REVISION =
            "it is about a revision, and at gate Admit there is none yet: set gate to Start";

    public CheckType {
        requireNonNull(kind, "kind");
        requireNonNull(evaluator, "evaluator");
        requireNonNull(mistake, "mistake");
        requireNonNull(mistakeAtAdmit, "mistakeAtAdmit");
    }

    /** The kind may be asked at gate Admit. */
    public static <K extends CheckKind> CheckType<K> of(Class<K> kind, BiFunction<CheckSpec, K, Check> evaluator) {
        return new CheckType<>(kind, evaluator, (_, _) -> Optional.empty(), _ -> Optional.empty());
    }

    public CheckType<K> mistakes(BiFunction<CheckSpec, K, Optional<String>> in) {
        return new CheckType<>(kind, evaluator, in, mistakeAtAdmit);
    }

    public CheckType<K> mistakesAtAdmit(Function<K, Optional<String>> in) {
        return new CheckType<>(kind, evaluator, mistake, in);
    }

    public CheckType<K> notAtAdmit(String why) {
        return mistakesAtAdmit(_ -> Optional.of(why));
    }

    public boolean isOf(CheckKind one) {
        return kind.isInstance(one);
    }

    public Check evaluator(CheckSpec spec) {
        return evaluator.apply(spec, kind.cast(spec.kind()));
    }

    /** The mistake in a check of this kind that no schema can see. */
    public Optional<String> mistakeIn(CheckSpec spec) {
        var asked = kind.cast(spec.kind());
        return mistake.apply(spec, asked)
                .or(() -> spec.gate() == Gate.Admit ? mistakeAtAdmit.apply(asked) : Optional.empty());
    }

    /** For a field of free form. */
    public static Optional<String> unread(String field, ObjectNode document) {
        return Documents.refusal(document).map(it -> "%s is %s".formatted(field, it));
    }
}
