package dev.readygate.signals;

import static dev.readygate.signals.Asks.CART;
import static dev.readygate.signals.Asks.fail;
import static dev.readygate.signals.Asks.healthOf;
import static dev.readygate.signals.Asks.pass;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.checks.Ask;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Reading.Patience;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadingStoreTest {
    private final List<DeploymentRef> woken = new ArrayList<>();
    private final ReadingStore store = new ReadingStore(woken::add);
    private final Ask ask = healthOf("a").build(new Patience(2, 1));

    @BeforeEach
    void expectTheQuestion() {
        store.expect(CART, List.of(ask.question()));
    }

    @Test
    void theFirstAnswerIsNews() {
        store.put(CART, ask, pass());
        assertThat(woken).containsExactly(CART);
        assertThat(outcome()).isEqualTo(Outcome.Pass);
    }

    @Test
    void theSameAnswerAgainIsNoNews() {
        store.put(CART, ask, pass());
        store.put(CART, ask, pass());
        assertThat(woken).hasSize(1);
    }

    @Test
    void failuresAreFoldedWithThePatienceOfTheAsk() {
        store.put(CART, ask, pass());
        store.put(CART, ask, fail("503"));
        assertThat(outcome()).isEqualTo(Outcome.Pass);
        store.put(CART, ask, fail("503"));
        assertThat(outcome()).isEqualTo(Outcome.Fail);
        assertThat(woken).hasSize(3);
    }

    @Test
    void anAnswerToAFormerQuestionIsDropped() {
        store.expect(CART, List.of(healthOf("b").build().question()));
        store.put(CART, ask, pass());
        assertThat(store.readings(CART).byQuestion()).isEmpty();
        assertThat(woken).isEmpty();
    }

    @Test
    void aDroppedQuestionLosesItsReading() {
        store.put(CART, ask, pass());
        store.expect(CART, List.of());
        store.expect(CART, List.of(ask.question()));
        assertThat(store.readings(CART).byQuestion()).isEmpty();
    }

    @Test
    void aReturnedReadingDoesNotChange() {
        var before = store.readings(CART);
        store.put(CART, ask, pass());
        assertThat(before.byQuestion()).isEmpty();
        assertThat(store.readings(CART).byQuestion()).hasSize(1);
    }

    private Outcome outcome() {
        return store.readings(CART).of(ask.question()).orElseThrow().outcome();
    }
}
