package dev.readygate.policy;

import static dev.readygate.policy.PolicySamples.policy;
import static dev.readygate.policy.PolicySamples.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.HttpCheck;
import dev.readygate.api.v1alpha1.HttpCheck.HttpHeader;
import dev.readygate.api.v1alpha1.PolicyRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values that a standard's parameters accept, and the messages for others. */
class StandardValuesTest {
    private static PolicyCheck filled(String type, String field, String value) {
        var pack = PolicySamples.standard("pack", """
                parameters: [{name: p, type: %s, sets: [{check: a, field: %s}]}]
                checks: [{name: a, http: {headers: [{name: X-App, value: plain}]}}]
                """.formatted(type, field));
        return Resolving.of(
                        policy("shop", "{selector: {}, standards: [{name: pack, with: {p: '%s'}}]}".formatted(value)),
                        pack)
                .checks()
                .getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "Number, weight, 7",
        "Boolean, required, true",
        "Boolean, required, false",
        "Duration, every, 90s",
        "String, action, Mend it",
    })
    void fitsItsType(String type, String field, String value) {
        assertThat(filled(type, field, value).mistake()).isEmpty();
    }

    @Test
    void isThereAsWhatItWasGiven() {
        assertThat(filled("Boolean", "required", "true").spec().required()).isTrue();
        assertThat(filled("Boolean", "required", "false").spec().required()).isFalse();
        assertThat(filled("Duration", "every", "90s").spec().every()).hasToString("90s");
        assertThat(filled("Number", "weight", "7").spec().weight()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"Number, weight, many", "Boolean, required, yes", "Duration, every, soon", "Percentage, weight, 101%"})
    void isRefusedWhereItDoesNot(String type, String field, String value) {
        assertThat(filled(type, field, value).mistake())
                .contains("parameter p of standard pack must be a %s, not '%s': correct standards[].with"
                        .formatted(type, value));
    }

    @Test
    void aFieldTheCheckDoesNotHaveIsSaid() {
        assertThat(filled("Number", "tcp.port", "80").mistake())
                .contains("standard pack sets tcp.port of a check that has no such part");
    }

    @Test
    void placeholdersAreFilledInWhereverTheyStand() {
        var pack = PolicySamples.standard("pack", """
                parameters: [{name: app}]
                checks: [{name: a, http: {path: "/{{app}}", headers: [{name: X-App, value: "{{app}}"}, {name: B, value: b}]}}]
                """);
        var resolved =
                Resolving.of(policy("shop", "{selector: {}, standards: [{name: pack, with: {app: cart}}]}"), pack);
        var http = (HttpCheck) resolved.checks().getFirst().spec().kind();

        assertThat(http.pathOrRoot()).isEqualTo("/cart");
        assertThat(http.headers()).extracting(HttpHeader::value).containsExactly("cart", "b");
    }

    @Test
    void aPolicyOfTheClusterIsCalledByItsKindToo() {
        assertThat(Policy.called(new PolicyRef("ClusterReadinessPolicy", "base", 1L)))
                .isEqualTo("ClusterReadinessPolicy/base");
        assertThat(Policy.called(new PolicyRef("ReadinessPolicy", "shop", 1L))).isEqualTo("shop");
    }

    @Test
    void aConflictIsShownOnThePoliciesThatHaveAPartInIt() {
        var agreement = PolicySamples.agreement(
                resolved("one", "{selector: {}, checks: [{name: a, tcp: {port: 1}}]}"),
                resolved("two", "{selector: {}, checks: [{name: a, tcp: {port: 2}}]}"),
                resolved("three", "{selector: {}, checks: [{name: b, tcp: {port: 2}}]}"));

        assertThat(agreement.conflictsOf(new PolicyRef("ReadinessPolicy", "one", 9L)))
                .hasSize(1)
                .allMatch(it -> it.startsWith("Check a is asked differently by one, two: "));
        assertThat(agreement.conflictsOf(new PolicyRef("ReadinessPolicy", "three", 9L)))
                .isEmpty();
        assertThat(agreement.conflictsOf(new PolicyRef("ClusterReadinessPolicy", "one", 9L)))
                .isEmpty();
    }

    @Test
    void categoriesTitlesAndReviewsComeFromAllAndTheFirstCounts() {
        var agreement = PolicySamples.agreement(
                resolved("one", "{selector: {}, categories: [{name: a, weight: 10}], review: {every: 90d}}"),
                resolved("two", "{selector: {}, categories: [{name: a, title: A, weight: 20}, {name: b, weight: 5}]}"));

        assertThat(agreement.categoryWeights()).containsEntry("a", 10.0).containsEntry("b", 5.0);
        assertThat(agreement.titles()).containsOnlyKeys("a").containsEntry("a", "A");
        assertThat(agreement.reviews())
                .singleElement()
                .satisfies(it -> assertThat(it.policy().ref().name()).isEqualTo("one"));
        assertThat(agreement.isNone()).isFalse();
        assertThat(PolicySamples.agreement().isNone()).isTrue();
        assertThat(PolicySamples.agreement().enforced()).isFalse();
    }

    @Test
    void whoAsksAndWhatIsWrongWithItIsKnownOfEachCheck() {
        var agreement = PolicySamples.agreement(
                resolved("one", "{selector: {}, checks: [{name: a, tcp: {}}], standards: [{name: gone}]}"),
                resolved("two", "{selector: {}, checks: [{name: a, tcp: {}}]}"));

        assertThat(agreement.checks().getFirst().askedBy()).isEqualTo("one, two");
        assertThat(agreement.checks().getFirst().mistake()).isEmpty();
        assertThat(agreement.checks().getLast().mistake().orElseThrow())
                .startsWith("there is no ReadinessStandard gone");
        assertThat(agreement.refs()).extracting(PolicyRef::name).containsExactly("one", "two");
        assertThat(agreement.specs()).hasSize(2);
    }
}
