package dev.readygate.cluster.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readygate.api.v1alpha1.GateBookSpec;
import dev.readygate.cluster.facts.Templates;
import dev.readygate.facts.BookEntry;
import dev.readygate.facts.BookEntry.AdmitClosed;
import dev.readygate.facts.BookEntry.BookGate;
import dev.readygate.facts.Hold;
import dev.readygate.facts.PodTemplate;
import dev.readygate.facts.RejectedTemplate;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GateBookPatchTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final GateBookSpec EMPTY = new GateBookSpec("us", Map.of());
    private static final PodTemplate GOOD = template("image: 1");
    private static final PodTemplate BAD = template("image: 2");

    private static PodTemplate template(String image) {
        return Templates.of(JsonNodeFactory.instance.objectNode().put("spec", image));
    }

    private static BookEntry entry() {
        return new BookEntry("u", EnumSet.allOf(BookGate.class), new LinkedHashSet<>(List.of("v1")), Optional.empty());
    }

    private static BookEntry full() {
        return entry().with(new Hold("v2", Instant.EPOCH, "healthy", "answered 503"))
                .with(new AdmitClosed(true, "the budget is spent"))
                .withBaseline(Optional.of(GOOD))
                .refusing(new RejectedTemplate(BAD, 0));
    }

    private static GateBookSpec book(GateBookSpec before, String name, Optional<BookEntry> entry) {
        var lines = new GateBookPatch();
        lines.put(name, entry);
        return merged(before, lines.patch("us", before));
    }

    /** Merges as the API server does. */
    private static GateBookSpec merged(GateBookSpec before, ObjectNode patch) {
        var whole = JSON.<ObjectNode>valueToTree(before);
        patch.properties().forEach(map -> {
            if (map.getValue() instanceof ObjectNode values) {
                values.properties().forEach(it -> {
                    if (it.getValue().isNull()) {
                        whole.withObject("/" + map.getKey()).remove(it.getKey());
                    } else {
                        whole.withObject("/" + map.getKey()).set(it.getKey(), it.getValue());
                    }
                });
            }
        });
        return JSON.convertValue(whole, GateBookSpec.class);
    }

    @Test
    void areReadAsTheyWereWritten() {
        var book = book(EMPTY, "cart", Optional.of(full()));

        assertThat(GateBookCodec.read(book, "cart")).contains(full());
        assertThat(book.deployments())
                .containsEntry("cart", "u|admit,serve,start|v1|v2 since 1970-01-01T00:00:00Z: healthy: answered 503");
        assertThat(book.closed()).containsEntry("cart", "u|deny|the budget is spent");
    }

    @Test
    void takeOutFieldsOfAnEarlierEntry() {
        var book = book(book(EMPTY, "cart", Optional.of(full())), "cart", Optional.of(entry()));

        assertThat(GateBookCodec.read(book, "cart")).contains(entry());
        assertThat(book.closed()).isEmpty();
        assertThat(book.baselines()).isEmpty();
        assertThat(book.refused()).isEmpty();
    }

    @Test
    void takeOutThisDeploymentOnly() {
        var both = book(book(EMPTY, "cart", Optional.of(full())), "shop", Optional.of(full()));

        var book = book(both, "cart", Optional.empty());

        assertThat(GateBookCodec.read(book, "cart")).isEmpty();
        assertThat(GateBookCodec.read(book, "shop")).contains(full());
        assertThat(GateBookCodec.differences(both, book)).containsExactly("cart");
    }

    @Test
    void doNotTakeOutAbsentEntries() {
        var lines = new GateBookPatch();
        lines.put("cart", Optional.of(entry()));

        assertThat(lines.patch("us", EMPTY).properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("operator", "deployments");
    }

    @Test
    void leaveABaselineOutThatHasNoRoom() {
        var large = template("x".repeat(GateBookPatch.ROOM - 100));

        var book = book(EMPTY, "cart", Optional.of(entry().withBaseline(Optional.of(large))));

        assertThat(GateBookCodec.read(book, "cart").flatMap(BookEntry::baseline))
                .contains(PodTemplate.LEFT_OUT);
        assertThat(entry().withBaseline(Optional.of(large))
                        .isExactly(GateBookCodec.read(book, "cart").orElseThrow()))
                .as("it would be written again and again")
                .isTrue();
    }

    @Test
    void ignoreTheClosureOfANamesake() {
        var book = new GateBookSpec("us", Map.of("cart", "u|||"), Map.of("cart", "gone|deny|why"), Map.of(), Map.of());

        assertThat(GateBookCodec.read(book, "cart").flatMap(BookEntry::closed)).isEmpty();
    }
}
