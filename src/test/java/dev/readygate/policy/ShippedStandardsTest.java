package dev.readygate.policy;

import static dev.readygate.policy.PolicySamples.policy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.readygate.api.v1alpha1.Category;
import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.EvidenceCheck;
import dev.readygate.api.v1alpha1.ReadinessStandardSpec;
import dev.readygate.api.v1alpha1.StandardParameter;
import dev.readygate.api.v1alpha1.StandardParameter.ParameterTarget;
import dev.readygate.checks.kinds.Mistakes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The standards in standards/ work without parameters, for a policy that only names them. */
class ShippedStandardsTest {
    private static final ShippedStandards SHIPPED = new ShippedStandards();

    /** Parameters without a sensible default, whose checks are not asked until a team gives a value. */
    private static final Map<String, String> NO_DEFAULT = Map.of(
            "smokeImage", "registry.example/smoke:1.0",
            "isolationImage", "registry.example/isolation:1.0",
            "statusPage", "https://status.shop.example");

    static List<String> names() {
        return ShippedStandards.NAMES;
    }

    private static ReadinessStandardSpec standard(String name) {
        return SHIPPED.named(name).orElseThrow();
    }

    private static Resolved resolved(String name, Map<String, String> with) {
        var given = with.entrySet().stream()
                .map(it -> "%s: '%s'".formatted(it.getKey(), it.getValue()))
                .collect(joining(", "));
        return Resolving.of(
                policy("shop", "{selector: {}, standards: [{name: %s, with: {%s}}]}".formatted(name, given)), SHIPPED);
    }

    private static Map<String, String> needed(String name) {
        return standard(name).parameters().stream()
                .filter(it -> it.defaultValue() == null)
                .collect(toMap(StandardParameter::name, it -> NO_DEFAULT.getOrDefault(it.name(), "")));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyCheckCanBeAskedAsItIs(String name) {
        var resolved = resolved(name, needed(name));

        assertThat(resolved.missing()).isEmpty();
        assertThat(resolved.remarks()).isEmpty();
        assertThat(resolved.checks()).hasSameSizeAs(standard(name).checks()).allSatisfy(it -> {
            assertThat(it.mistake()).as(it.name()).isEmpty();
            assertThat(Mistakes.in(it.spec())).as(it.name()).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void aValueWithoutADefaultIsAskedForInASentence(String name) {
        var mistaken = resolved(name, Map.of()).checks().stream()
                .flatMap(it -> it.mistake().stream())
                .distinct();

        assertThat(mistaken)
                .containsExactlyInAnyOrderElementsOf(needed(name).keySet().stream()
                        .map(it -> "standard %s needs a value for parameter %s: give one under standards[].with"
                                .formatted(name, it))
                        .toList());
        assertThat(NO_DEFAULT).containsAllEntriesOf(needed(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyCategoryIsDeclaredAndAsksSomething(String name) {
        var standard = standard(name);

        assertThat(standard.checks().stream().map(CheckSpec::category).distinct())
                .containsExactlyElementsOf(
                        standard.categories().stream().map(Category::name).toList());
        assertThat(standard.categories()).allMatch(it -> it.title() != null);
        assertThat(standard.checks()).extracting(CheckSpec::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyParameterChangesSomething(String name) {
        var standard = standard(name);
        var texts = standard.checks().stream().map(ShippedStandardsTest::text).collect(joining());
        var checks = standard.checks().stream().map(CheckSpec::name).toList();

        assertThat(standard.parameters()).allSatisfy(it -> {
            assertThat(it.description()).isNotBlank();
            assertThat(!it.sets().isEmpty() || texts.contains("{{" + it.name() + "}}"))
                    .as(it.name())
                    .isTrue();
            assertThat(it.sets()).extracting(ParameterTarget::check).isSubsetOf(checks);
        });
    }

    private static String text(CheckSpec check) {
        return new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .valueToTree(check)
                .toString();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyCheckSaysWhatToDo(String name) {
        assertThat(standard(name).checks()).allSatisfy(it -> {
            assertThat(it.title()).isNotBlank();
            assertThat(it.action()).isNotBlank();
            assertThat(it.priority()).isNotNull();
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void evidenceSaysHowItIsStated(String name) {
        assertThat(standard(name).checks())
                .filteredOn(it ->
                        it.kind() instanceof EvidenceCheck asked && !it.action().contains(asked.type()))
                .extracting(CheckSpec::name)
                .isEmpty();
    }

    @Test
    void othersAreNotShipped() {
        assertThat(Stream.of("", "../packs/images", "launch").flatMap(it -> SHIPPED.named(it).stream()))
                .isEmpty();
    }
}
