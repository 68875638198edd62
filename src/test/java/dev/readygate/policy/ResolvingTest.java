package dev.readygate.policy;

import static dev.readygate.policy.PolicySamples.policy;
import static dev.readygate.policy.PolicySamples.standard;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.Category;
import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.Rollout;
import org.junit.jupiter.api.Test;

class ResolvingTest {
    private static final Standards LAUNCH = standard("launch", """
            title: Launch
            parameters:
            - {name: errorBudget, type: Percentage, default: 10%, sets: [{check: budget, field: slo.minBudget}]}
            - {name: tries, type: Number, sets: [{check: healthy, field: failAfter}]}
            - {name: path, default: /health, sets: [{check: healthy, field: http.path}]}
            - {name: app, default: cart}
            - {name: hosts, type: List, default: "a, b", sets: [{check: pinned, field: manifest.params.hosts}]}
            - {name: unused}
            categories: [{name: reliability, title: Reliability, weight: 30}]
            checks:
            - {name: healthy, category: reliability, action: "Look at {{app}}, and at {{app}} again", http: {path: /}}
            - name: budget
              slo: {objective: 99.5%, ratio: {good: good, total: all}, minBudget: 5%}
            - {name: pinned, manifest: {expression: "true", params: {hosts: []}}}
            - {name: port, tcp: {port: 8080}}
            """);

    private static Resolved resolve(String standards) {
        return Resolving.of(
                policy("shop", "selector: {}\nchecks: [{name: port, tcp: {port: 9}}]\nstandards: " + standards),
                LAUNCH);
    }

    private static CheckSpec check(Resolved policy, String name) {
        return asked(policy, name).spec();
    }

    private static PolicyCheck asked(Resolved policy, String name) {
        return policy.checks().stream()
                .filter(it -> it.spec().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void categoriesAndChecksComeIn() {
        var policy = resolve("[{name: launch, with: {tries: '5'}}]");

        assertThat(policy.checks())
                .extracting(it -> it.spec().name())
                .containsExactlyInAnyOrder("port", "healthy", "budget", "pinned");
        assertThat(policy.categories()).extracting(Category::title).containsExactly("Reliability");
        assertThat(policy.missing()).isEmpty();
        assertThat(policy.remarks()).isEmpty();
        assertThat(policy.checks()).allMatch(it -> it.mistake().isEmpty());
    }

    @Test
    void ownChecksWin() {
        assertThat(check(resolve("[{name: launch, with: {tries: '5'}}]"), "port")
                        .tcp()
                        .port()
                        .number())
                .contains(9);
    }

    @Test
    void defaultsAndValuesAreFilledIn() {
        var policy = resolve("[{name: launch, with: {tries: '5', errorBudget: 0.5%}}]");

        assertThat(check(policy, "healthy").http().path()).isEqualTo("/health");
        assertThat(check(policy, "healthy").failAfter()).isEqualTo(5);
        assertThat(check(policy, "healthy").action()).isEqualTo("Look at cart, and at cart again");
        assertThat(check(policy, "budget").slo().minBudget().text()).isEqualTo("0.5%");
        assertThat(check(policy, "pinned").manifest().params().toString()).isEqualTo("{\"hosts\":[\"a\",\"b\"]}");
    }

    @Test
    void aValueNeverBecomesAnotherField() {
        var policy = resolve("[{name: launch, with: {tries: '5', path: '/x\", \"scheme\": \"HTTPS'}}]");

        assertThat(check(policy, "healthy").http().path()).isEqualTo("/x\", \"scheme\": \"HTTPS");
        assertThat(check(policy, "healthy").http().scheme()).isNull();
    }

    @Test
    void skippedChecksStayOut() {
        var policy = resolve("[{name: launch, with: {tries: '5'}, skip: [budget, nonsense]}]");

        assertThat(policy.checks()).noneMatch(it -> it.spec().name().equals("budget"));
        assertThat(policy.remarks())
                .containsExactly("standard launch has no check nonsense to skip: correct or remove it");
    }

    @Test
    void aMissingValueIsSaidOnTheChecksThatNeedItAndTheOthersGoOn() {
        var policy = resolve("[{name: launch}]");

        assertThat(asked(policy, "healthy").mistake())
                .contains("standard launch needs a value for parameter tries: give one under standards[].with");
        assertThat(asked(policy, "budget").mistake()).isEmpty();
    }

    @Test
    void aValueOfTheWrongTypeIsSaid() {
        var policy = resolve("[{name: launch, with: {tries: many, errorBudget: half}}]");

        assertThat(asked(policy, "healthy").mistake())
                .contains("parameter tries of standard launch must be a Number, not 'many': correct standards[].with");
        assertThat(asked(policy, "budget").mistake().orElseThrow()).contains("must be a Percentage, not 'half'");
    }

    @Test
    void aValueThatDoesNotFitTheFieldIsSaid() {
        assertThat(asked(resolve("[{name: launch, with: {tries: '1e99'}}]"), "healthy")
                        .mistake()
                        .orElseThrow())
                .startsWith("the values given to standard launch do not fit check healthy");
    }

    @Test
    void anUnknownParameterIsRemarkedOn() {
        assertThat(resolve("[{name: launch, with: {tries: '5', colour: blue}}]").remarks())
                .containsExactly("standard launch has no parameter colour: correct or remove it");
    }

    @Test
    void aMissingStandardHasARequiredLineOfItsOwn() {
        var policy = resolve("[{name: landing}]");

        assertThat(policy.missing())
                .containsExactly("there is no ReadinessStandard landing: create it, or remove it from standards");
        assertThat(asked(policy, "standard/landing").spec().required()).isTrue();
        assertThat(asked(policy, "standard/landing").mistake()).isPresent();
        assertThat(asked(policy, "port").mistake()).isEmpty();
    }

    @Test
    void twoStandardsKeepTheirOwnChecksOfOneName() {
        var twice = Resolving.of(
                policy("shop", "selector: {}\nstandards: [{name: a}, {name: b}]"),
                name -> standard(
                                name,
                                "{title: T, checks: [{name: same, tcp: {}}, {name: port, tcp: {port: "
                                        + (name.equals("a") ? 1 : 2) + "}}]}")
                        .named(name));

        assertThat(twice.checks()).extracting(it -> it.spec().name()).containsExactly("same", "port", "b/port");
        assertThat(check(twice, "port").tcp().port().number()).contains(1);
        assertThat(check(twice, "b/port").tcp().port().number()).contains(2);
        assertThat(check(twice, "b/port").nameInStandard()).isEqualTo("port");
        assertThat(twice.remarks()).isEmpty();
    }

    @Test
    void anOwnCheckStandsForThoseOfAllStandards() {
        var standards = standard("a", "{title: T, checks: [{name: port, tcp: {port: 1}}]}");
        Standards both = name -> standards.named("a");

        var own = "selector: {}\nchecks: [{name: port, tcp: {port: 9}}]\nstandards: [{name: a}, {name: b}]";

        assertThat(Resolving.of(policy("shop", own), both).checks()).hasSize(1);
    }

    @Test
    void theRolloutOfTheFirstStandardWithOneCountsWhereThePolicyHasNone() {
        var careful = standard(
                "careful", "title: A\nrollout: {soak: 7m, onFailure: Hold}\nchecks: [{name: a, tcp: {port: 1}}]");
        var plain = standard("plain", "title: B\nchecks: [{name: b, tcp: {port: 1}}]");
        Standards both = name -> careful.named(name).or(() -> plain.named(name));
        var standards = "selector: {}\nstandards: [{name: plain}, {name: careful}]\n";

        assertThat(Resolving.of(policy("p", standards), both).rollout().soak().text())
                .isEqualTo("7m");
        assertThat(Resolving.of(policy("p", standards + "rollout: {soak: 1m}"), both)
                        .rollout())
                .extracting(it -> it.soak().text(), it -> it.onFailure().name())
                .containsExactly("1m", "Withdraw");
        assertThat(Resolving.of(policy("p", "selector: {}\nstandards: [{name: plain}]"), both)
                        .rollout())
                .isEqualTo(Rollout.DEFAULT);
    }
}
