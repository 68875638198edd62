package dev.readygate.checks;

import dev.readygate.facts.Pod;
import java.util.List;
import java.util.Optional;

/** A check that asks pods one by one. Its kinds differ in whom they ask, how, and what they expect. */
interface AsksPods extends Check {

    PodTarget target();

    /** How the answers add up. */
    PodAnswers answers();

    /** Nothing for a pod that cannot be asked, because it lacks the port. */
    Optional<Request> request(Pod pod, String address);

    @Override
    default Finding evaluate(Subject subject) {
        return answers().ofAll(target().of(subject), subject);
    }

    @Override
    default Finding evaluate(Subject subject, Pod pod) {
        return answers().ofOne(pod, subject);
    }

    @Override
    default boolean asksPods() {
        return true;
    }

    @Override
    default List<Ask> asks(Subject subject) {
        return answers().asks(target().of(subject), subject, this::request);
    }
}
