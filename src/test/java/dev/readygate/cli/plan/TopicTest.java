package dev.readygate.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readygate.api.v1alpha1.ReadinessEvidenceSpec.EvidenceSubject;
import dev.readygate.api.v1alpha1.RevisionStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicTest {
    private static final String COMMIT = "898c22c0ffee";

    @Test
    void namesTheArguments() {
        assertThat(topic("cart", "v2", "cart:2", COMMIT).named())
                .isEqualTo(new EvidenceSubject("cart", "v2", "cart:2", COMMIT));
        assertThat(topic(null, null, "cart:2", null).named())
                .isEqualTo(new EvidenceSubject(null, null, "cart:2", null));
        assertThat(topic(null, null, null, COMMIT).named()).isEqualTo(new EvidenceSubject(null, null, null, COMMIT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                ";;; say what it is about: --deployment, --image or --commit",
                ";v2;; say what it is about: --deployment, --image or --commit",
                ";v2;898c22c; --revision needs --deployment, whose revision it is",
                "cart;;main; main is no commit: write 7 to 64 digits and letters a-f"
            })
    void saysWhichPartIsMissing(String deployment, String revision, String commit, String sentence) {
        assertThatThrownBy(() -> topic(deployment, revision, null, commit).named())
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "host:5000/shop/cart:2; sha256:ab; ; host:5000/shop/cart@sha256:ab;;",
                "host:5000/cart; sha256:ab; 898c22c0ffee; host:5000/cart@sha256:ab; 898c22c0ffee;",
                "cart@sha256:cd; sha256:ab; ; cart@sha256:cd;;",
                "cart:2; sha256:ab sha256:cd; ;;; v2",
                "cart:2 mesh:1; sha256:ab; ;;; v2",
                "cart:2; ; 898c22c0ffee;; 898c22c0ffee;",
                "cart:2; ; v1.0;;; v2"
            })
    void ofTheCurrentRevisionNamesDigestCommitOrHash(
            String images, String digests, String commit, String image, String from, String revision) {
        var now = new RevisionStatus("v2", null, "cart-v2", words(images), words(digests), commit, "ann");

        assertThat(topic("cart", null, null, null).current(now).named())
                .isEqualTo(new EvidenceSubject("cart", revision, image, from));
    }

    @Test
    void argumentsGoBeforeTheReport() {
        var now = new RevisionStatus("v2", null, "cart-v2", List.of("cart:2"), List.of("sha256:ab"), COMMIT, "ann");

        assertThat(topic("cart", "v1", "mesh:1", "1234567").current(now))
                .isEqualTo(topic("cart", "v1", "mesh:1", "1234567"));
        assertThat(topic("cart", "v1", null, null)
                        .current(new RevisionStatus("v2", null, null, List.of(), List.of(), null, null))
                        .revision())
                .contains("v1");
    }

    @Test
    void isToldToPeople() {
        assertThat(Topic.told(new EvidenceSubject("cart", "v2", "cart:2", COMMIT)))
                .isEqualTo("Deployment cart, revision v2, image cart:2, commit 898c22c0ffee");
        assertThat(Topic.told(new EvidenceSubject(null, null, "cart:2", null))).isEqualTo("image cart:2");
    }

    private static List<String> words(String text) {
        return text == null ? List.of() : List.of(text.split(" "));
    }

    private static Topic topic(String deployment, String revision, String image, String commit) {
        return new Topic(
                Optional.ofNullable(deployment),
                Optional.ofNullable(revision),
                Optional.ofNullable(image),
                Optional.ofNullable(commit));
    }
}
