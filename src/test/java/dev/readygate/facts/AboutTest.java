package dev.readygate.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AboutTest {
    private static final DeploymentRef CART = new DeploymentRef("shop", "cart", "uid");
    private static final Origin ORIGIN = new Origin(
            List.of("registry/cart:1", "registry/proxy:7@sha256:bb"),
            List.of("sha256:aa", "sha256:bb"),
            Optional.of("898c22c0f9a1"),
            Optional.empty());
    private static final Revision REVISION = new Revision("cart-77", "rs", "1", "77", 1, Instant.EPOCH, 1, 1, ORIGIN);

    private static About about(String deployment, String revision, String image, String commit) {
        return new About(
                Optional.ofNullable(deployment),
                Optional.ofNullable(revision),
                Optional.ofNullable(image),
                Optional.ofNullable(commit));
    }

    private static boolean fits(About about) {
        return about.fits(CART, REVISION);
    }

    @ParameterizedTest
    @CsvSource({
        "registry/cart:1, true",
        "registry/proxy:7, true",
        "registry/proxy:7@sha256:bb, true",
        "registry/cart:2, false",
        "registry/cart, false",
        // The digest counts, from any registry, and only that digest.
        "mirror/cart@sha256:aa, true",
        "registry/cart:1@sha256:cc, false",
    })
    void anImageFitsByDigestIfItNamesOne(String image, boolean expected) {
        assertThat(fits(about(null, null, image, null))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"898c22c0f9a1, true", "898c22c, true", "898c22c0f9a1bb, true", "898c22d, false", "898c22, false"})
    void aCommitFitsAbbreviatedOnEitherSide(String commit, boolean expected) {
        assertThat(fits(about(null, null, null, commit))).isEqualTo(expected);
    }

    @Test
    void everythingNamedHasToFit() {
        assertThat(fits(about("cart", "77", "registry/cart:1", "898c22c"))).isTrue();
        assertThat(fits(about("till", "77", "registry/cart:1", "898c22c"))).isFalse();
        assertThat(fits(about("cart", "78", "registry/cart:1", "898c22c"))).isFalse();
        assertThat(fits(about("cart", null, "registry/cart:1", "0000000"))).isFalse();
    }

    @Test
    void aRevisionOfUnknownCommitFitsNone() {
        var unknown = new Revision("cart-77", "rs", "1", "77", 1, Instant.EPOCH, 1, 1, Origin.of("registry/cart:1"));

        assertThat(about(null, null, null, "898c22c").fits(CART, unknown)).isFalse();
    }

    @Test
    void aStatementAboutARevisionHoldsForItsRestart() {
        var restarted = REVISION.alike(Set.of("76"));

        assertThat(about("cart", "76", null, null).fits(CART, restarted)).isTrue();
        assertThat(about("cart", "77", null, null).fits(CART, restarted)).isTrue();
        assertThat(about("cart", "76", null, null).fits(CART, REVISION)).isFalse();
    }

    @Test
    void anImageOfWhichPodsRunSeveralBuildsWasPushedAgain() {
        var builds = Map.of("registry/cart:1", Set.of("sha256:aa", "sha256:bb"), "injected:1", Set.of("c", "d"));

        assertThat(REVISION.running(Stream.empty(), builds).origin().pushedAgain())
                .containsExactly("registry/cart:1");
        assertThat(REVISION.running(Stream.empty(), Map.of("registry/cart:1", Set.of("sha256:aa")))
                        .origin()
                        .pushedAgain())
                .isEmpty();
    }

    @Test
    void runningDigestsAddToTheDeclaredOnes() {
        var seen = REVISION.running(List.of("sha256:cc", "sha256:aa").stream(), Map.of());

        assertThat(seen.origin().digests()).containsExactly("sha256:aa", "sha256:bb", "sha256:cc");
        assertThat(about(null, null, "x@sha256:cc", null).fits(CART, seen)).isTrue();
    }
}
