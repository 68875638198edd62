package dev.readygate.checks.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.checks.Ask;
import dev.readygate.checks.FindingReason;
import dev.readygate.checks.RolloutScene;
import dev.readygate.checks.answer.Endpoint;
import dev.readygate.facts.Outcome;
import dev.readygate.facts.Reading;
import dev.readygate.facts.Reading.Patience;
import dev.readygate.facts.Sample;
import dev.readygate.facts.ServiceFact;
import dev.readygate.facts.ServiceFact.ServiceForm;
import dev.readygate.facts.ServiceFact.ServicePort;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceRequestsTest {
    private static final String ANY = "{name: front, http: {target: Service, path: /health}}";
    private static final String CART = "{name: front, http: {target: Service, serviceName: cart, port: %s}}";

    private final RolloutScene scene = new RolloutScene();

    @Test
    void theOnlyServiceThatSelectsThePodsIsAskedAtItsFirstPort() {
        scene.beside(service("cart")).beside(stranger("till"));
        assertThat(theAskOf(ANY).request()).extracting("to").isEqualTo(new Endpoint.OfService("http", "10.96.0.7", 80));
    }

    @ParameterizedTest
    @CsvSource({"admin, 8081", "8081, 8081", "http, 80"})
    void aPortIsNamedOrNumbered(String port, int number) {
        scene.beside(service("cart"));
        assertThat(theAskOf(CART.formatted(port)).request())
                .extracting("to")
                .isEqualTo(new Endpoint.OfService("http", "10.96.0.7", number));
    }

    @Test
    void aPortItLacksIsNotAskedAndThoseItHasAreNamed() {
        scene.beside(service("cart"));
        assertThat(wrong(CART.formatted("9090")))
                .isEqualTo("the Service cart has no such TCP port; it has http 80, admin 8081");
    }

    @Test
    void aServiceThatIsNamedNeedNotSelectThePods() {
        scene.beside(stranger("cart"));
        assertThat(theAskOf(CART.formatted("80")).request().host()).isEqualTo("10.96.0.7");
    }

    @Test
    void whereThereIsNoneItSaysWhatToWrite() {
        scene.beside(stranger("till"));
        assertThat(wrong(ANY)).isEqualTo("no Service selects the pods: create one, or name one in serviceName");
        assertThat(wrong(CART.formatted("80")))
                .isEqualTo("there is no Service cart in this namespace: create it, or name another in serviceName");
    }

    @Test
    void ofSeveralOneHasToBeNamed() {
        scene.beside(service("shop")).beside(service("cart"));
        assertThat(wrong(ANY)).isEqualTo("the Services cart, shop select the pods: name one of them in serviceName");
    }

    @ParameterizedTest
    @CsvSource({
        "Headless, use target NewPods",
        "ExternalName, leads outside of the cluster",
        "WithoutSelector, nobody vouches for where it leads"
    })
    void whatIsNoAddressInFrontOfPodsIsRefused(ServiceForm form, String why) {
        scene.beside(
                new ServiceFact("cart", form, Optional.empty(), service("cart").ports(), true));
        assertThat(wrong(CART.formatted("80"))).startsWith("the Service cart ").contains(why);
    }

    @Test
    void withoutReplicasItIsNotApplicable() {
        assertThat(scene.scaledTo(0).ask(RolloutScene.check(ANY)).outcome()).isEqualTo(Outcome.NotApplicable);
        assertThat(scene.beside(service("cart")).ask(RolloutScene.check(ANY)).outcome())
                .isEqualTo(Outcome.NotApplicable);
    }

    @Test
    void theFindingNamesTheService() {
        scene.beside(service("cart"));
        var sample = new Sample(RolloutScene.NOON, Outcome.Pass, "200", "answered 200");
        scene.read(theAskOf(ANY).question(), Reading.first(sample, new Patience(1, 1)));
        assertThat(scene.ask(RolloutScene.check(ANY)).message())
                .isEqualTo("GET /health of Service cart answered 200, expected 200-299");
    }

    private Ask theAskOf(String check) {
        return RolloutScene.check(check).asks(scene.subject()).getFirst();
    }

    /** Asks nothing, with why. */
    private String wrong(String check) {
        assertThat(RolloutScene.check(check).asks(scene.subject())).isEmpty();
        var finding = scene.ask(RolloutScene.check(check));
        assertThat(finding.outcome()).isEqualTo(Outcome.Error);
        assertThat(finding.reason()).isEqualTo(FindingReason.NoService);
        return finding.message();
    }

    private static ServiceFact service(String name) {
        return service(name, true);
    }

    private static ServiceFact stranger(String name) {
        return service(name, false);
    }

    private static ServiceFact service(String name, boolean selectsUs) {
        var ports = List.of(new ServicePort(Optional.of("http"), 80), new ServicePort(Optional.of("admin"), 8081));
        return new ServiceFact(name, ServiceForm.Selecting, Optional.of("10.96.0.7"), ports, selectsUs);
    }

    @Test
    void aServiceWithoutPortsSaysThatItHasNone() {
        scene.beside(new ServiceFact("cart", ServiceForm.Selecting, Optional.of("10.96.0.7"), List.of(), true));
        assertThat(wrong(CART.formatted("80"))).isEqualTo("the Service cart has no such TCP port; it has none");
    }
}
