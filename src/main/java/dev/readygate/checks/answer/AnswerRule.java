package dev.readygate.checks.answer;

import static java.util.Objects.requireNonNull;

import dev.readygate.checks.answer.HttpAnswer.Response;
import dev.readygate.facts.Outcome;
import java.util.Optional;

/** One requirement of an HTTP answer, besides its status. */
sealed interface AnswerRule permits HeaderRule, LatencyRule, BodyRule {

    /** What is missing, if anything is. */
    Optional<Shortfall> shortfall(Response response);

    default boolean readsBody() {
        return false;
    }

    /** Whether it takes more than comparing numbers. */
    default boolean isCostly() {
        return true;
    }

    /** The expectation, as it follows "expected". */
    String limit();

    /**
     * @param seen two or three words that are the same for equal answers
     * @param sentence follows "answered 200"; it quotes the policy, never the answer
     */
    record Shortfall(Outcome outcome, String seen, String sentence) {
        public Shortfall {
            requireNonNull(outcome, "outcome");
            requireNonNull(seen, "seen");
            requireNonNull(sentence, "sentence");
        }

        static Optional<Shortfall> fail(String seen, String sentence) {
            return Optional.of(new Shortfall(Outcome.Fail, seen, sentence));
        }

        static Optional<Shortfall> error(String seen, String sentence) {
            return Optional.of(new Shortfall(Outcome.Error, seen, sentence));
        }
    }
}
