package dev.readygate.checks;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.api.v1alpha1.CheckKind;
import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.Documents;
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
record CheckType<K extends CheckKind>(
        Class<K> kind,
        BiFunction<CheckSpec, K, Check> evaluator,
        BiFunction<CheckSpec, K, Optional<String>> mistake,
        Function<K, Optional<String>> mistakeAtAdmit) {

    /** For kinds that ask pods: a revision has none at gate Admit. */
    static final String NEEDS_PODS =
            "a probe or a comparison is about pods, and at gate Admit there are none of the new revision: set gate to Serve";

    static final String NEEDS_A_REVISION =
            "it is about a revision, and at gate Admit there is none yet: set gate to Start";

    CheckType {
        requireNonNull(kind, "kind");
        requireNonNull(evaluator, "evaluator");
        requireNonNull(mistake, "mistake");
        requireNonNull(mistakeAtAdmit, "mistakeAtAdmit");
    }

    /** The kind may be asked at gate Admit. */
    static <K extends CheckKind> CheckType<K> of(Class<K> kind, BiFunction<CheckSpec, K, Check> evaluator) {
        return new CheckType<>(kind, evaluator, (_, _) -> Optional.empty(), _ -> Optional.empty());
    }

    CheckType<K> mistakes(BiFunction<CheckSpec, K, Optional<String>> in) {
        return new CheckType<>(kind, evaluator, in, mistakeAtAdmit);
    }

    CheckType<K> mistakesAtAdmit(Function<K, Optional<String>> in) {
        return new CheckType<>(kind, evaluator, mistake, in);
    }

    CheckType<K> notAtAdmit(String why) {
        return mistakesAtAdmit(_ -> Optional.of(why));
    }

    boolean isOf(CheckKind one) {
        return kind.isInstance(one);
    }

    Check evaluator(CheckSpec spec) {
        return evaluator.apply(spec, kind.cast(spec.kind()));
    }

    Optional<String> mistake(CheckSpec spec) {
        return mistake.apply(spec, kind.cast(spec.kind()));
    }

    Optional<String> mistakeAtAdmit(CheckSpec spec) {
        return mistakeAtAdmit.apply(kind.cast(spec.kind()));
    }

    /** For a field of free form. */
    static Optional<String> unread(String field, ObjectNode document) {
        return Documents.refusal(document).map(it -> "%s is %s".formatted(field, it));
    }
}
