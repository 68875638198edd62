package dev.readygate.checks.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.api.v1alpha1.CheckKind;
import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.checks.CheckType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks that gate Admit can ask, and the others. */
class AdmitMistakesTest {
    private static Optional<String> mistake(String kind, String gate) {
        return Mistakes.in(
                Serialization.unmarshal("---\n{name: it, gate: %s, %s}".formatted(gate, kind), CheckSpec.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "manifest: {pack: images}",
                "manifest: {pack: availability, skip: [replicas, has-pdb, pdb-lets-drain, hpa-has-room, service-ports]}",
                "manifest: {expression: \"object.spec.replicas > 1 && object.metadata.name.startsWith('c')\"}",
                "window: {zone: UTC}",
                "slo: {objective: 99%, ratio: {good: a, total: b}}",
                "metric: {query: up, min: 1}",
                "dora: {metric: ChangeFailureRate, max: 15}"
            })
    void whatIsKnownWithoutARevisionCanBeAsked(String kind) {
        assertThat(mistake(kind, "Admit")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            http: {path: /health, target: AllPods} ; Serve
            tcp: {port: 80, target: Service}       ; Serve
            grpc: {port: 80, target: Service}      ; Serve
            compare: {query: a}                    ; Serve
            evidence: {type: unit-tests}           ; Start
            approval: {groups: [sre]}              ; Start
            verified: {namespace: staging}         ; Start
            """)
    void whatNeedsARevisionHasToWait(String kind, String gate) {
        var spec = Serialization.unmarshal("---\n{name: it, gate: Admit, %s}".formatted(kind), CheckSpec.class);

        assertThat(mistakeAtAdmit(AllChecks.type(spec), spec))
                .hasValueSatisfying(it -> assertThat(it).endsWith("set gate to " + gate));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            pdbs.size() == 1                            ; gate Admit sees the Deployment alone, and expression would look at pdbs: set gate to Start, or leave that out
            hpas.size() + services.size() == 1          ; gate Admit sees the Deployment alone, and expression would look at hpas, services: set gate to Start, or leave that out
            math.greatest(1, 2) == 2                    ; it uses math.@max, which not every API server knows: set gate to Start, or write it without
            "object.metadata.labels.all(k, v, k == v)"  ; it uses a macro over keys and values, which not every API server knows: set gate to Start, or write it without
            """)
    void whatTheApiServerCannotJudgeIsRefused(String expression, String sentence) {
        var kind = "manifest: {expression: '%s'}".formatted(expression.replace("\"", ""));

        assertThat(mistake(kind, "Admit")).contains(sentence);
        assertThat(mistake(kind, "Start")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"window: {zone: Nowhere}", "manifest: {expression: object.spec >}"})
    void whatMeansNothingMeansNothingHereEither(String kind) {
        assertThat(mistake(kind, "Admit")).isEqualTo(mistake(kind, "Start")).isPresent();
    }

    private static <K extends CheckKind> Optional<String> mistakeAtAdmit(CheckType<K> type, CheckSpec spec) {
        return type.mistakeAtAdmit().apply(type.kind().cast(spec.kind()));
    }
}
