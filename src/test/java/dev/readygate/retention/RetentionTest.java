package dev.readygate.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.facts.About;
import dev.readygate.facts.Person;
import dev.readygate.facts.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Retention RETENTION = new Retention(2, Duration.ofDays(30));

    private final List<Stated> all = new ArrayList<>();

    /** Each statement is a second younger than the one before. */
    private RetentionTest states(String name, String type, String by, String image) {
        var about = new About(Optional.empty(), Optional.empty(), Optional.of(image), Optional.empty());
        all.add(new Stated(statement(name, by, Optional.empty()), type, about));
        return this;
    }

    private Statement statement(String name, String by, Optional<Instant> until) {
        return new Statement(name, Optional.of(new Person(by, Set.of())), NOW.plusSeconds(all.size()), until);
    }

    private List<String> surplus(String... cited) {
        return RETENTION.surplus(all, Set.of(cited), NOW.plusSeconds(60));
    }

    @Test
    void theNewestStayWhicheverBuildTheyAreAbout() {
        states("a", "unit-tests", "ci", "registry:5000/shop/cart:1")
                .states("b", "unit-tests", "ci", "registry:5000/shop/cart:2@sha256:0b")
                .states("c", "unit-tests", "ci", "registry:5000/shop/cart@sha256:0c")
                .states("d", "unit-tests", "ci", "registry:5000/shop/cart");

        assertThat(surplus()).containsExactly("a", "b");
    }

    @Test
    void eachTypeAuthorAndImageIsCountedApart() {
        states("a", "unit-tests", "ci", "cart:1")
                .states("b", "scan", "ci", "cart:1")
                .states("c", "unit-tests", "mallory", "cart:1")
                .states("d", "unit-tests", "ci", "till:1")
                .states("e", "unit-tests", "ci", "cart:2");

        assertThat(surplus()).isEmpty();
    }

    @Test
    void citedEvidenceStaysAndEvidenceBesideIt() {
        states("first", "sign-off", "ann", "cart:1")
                .states("second", "sign-off", "ann", "cart:1")
                .states("third", "sign-off", "ann", "cart:1")
                .states("b", "sign-off", "ann", "cart:2")
                .states("c", "sign-off", "ann", "cart:3");

        assertThat(surplus()).containsExactly("first", "second", "third");
        assertThat(surplus("first")).isEmpty();
    }

    @Test
    void longExpiredEvidenceGoesUnlessAReportCitesIt() {
        var about = new About(Optional.of("cart"), Optional.empty(), Optional.empty(), Optional.empty());
        var end = NOW.minus(Duration.ofDays(30));
        all.add(new Stated(statement("long-ago", "ci", Optional.of(end)), "scan", about));
        all.add(new Stated(statement("lately", "ci", Optional.of(end.plusSeconds(90))), "scan", about));

        assertThat(surplus()).containsExactly("long-ago");
        assertThat(surplus("long-ago")).isEmpty();
    }

    @Test
    void ofAnExpiredOneNothingBesideItStays() {
        var about = new About(Optional.of("cart"), Optional.empty(), Optional.empty(), Optional.empty());
        var end = Optional.of(NOW.minus(Duration.ofDays(31)));
        all.add(new Stated(statement("cited", "ci", end), "scan", about));
        all.add(new Stated(statement("beside", "ci", end), "scan", about));

        assertThat(surplus("cited")).containsExactly("beside");
    }

    @Test
    void aWaiverGoesOnlyWhenItIsLongOver() {
        var stands = statement("stands", "ann", Optional.of(NOW.plus(Duration.ofDays(300))));
        var lately = statement("lately", "ann", Optional.of(NOW.minus(Duration.ofDays(29))));
        var over = statement("over", "ann", Optional.of(NOW.minus(Duration.ofDays(31))));

        assertThat(RETENTION.over(List.of(stands, lately, over), Set.of(), NOW)).containsExactly("over");
        assertThat(RETENTION.over(List.of(over), Set.of("over"), NOW)).isEmpty();
    }

    @Test
    void tenThousandLeaveTheNewest() {
        IntStream.range(0, 10_000).forEach(it -> states("%05d".formatted(it), "unit-tests", "ci", "cart:" + it));

        assertThat(surplus("00007")).hasSize(9_997).doesNotContain("00007", "09998", "09999");
    }
}
