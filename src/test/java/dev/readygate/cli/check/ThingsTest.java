package dev.readygate.cli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThingsTest {
    private static List<Thing> in(String yaml) {
        return Things.in(new InputText("app.yaml", yaml, true), new SharedTrees());
    }

    @Test
    void everyDocumentHasItsPlace() {
        var things = in("""
                # comments count as lines
                ---
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: cart}
                ---
                # nothing
                ---

                kind: Secret
                apiVersion: v1
                metadata: {name: key}
                """);

        assertThat(things)
                .extracting(Thing::toString)
                .containsExactly(
                        "app.yaml, document 2, line 4: Service cart", "app.yaml, document 4, line 11: Secret key");
    }

    @Test
    void listsAreTakenApart() {
        var things = in("""
                apiVersion: v1
                kind: List
                items:
                - {apiVersion: v1, kind: Service, metadata: {name: a}}
                - apiVersion: v1
                  kind: Service
                  metadata: {name: b}
                """);

        assertThat(things).extracting(Thing::name).containsExactly("a", "b");
        assertThat(things).extracting(it -> it.place().line()).containsExactly(4, 5);
    }

    @Test
    void anchorsMergeKeysAndJsonAreRead() {
        var merged = in("""
                apiVersion: v1
                kind: Any
                metadata: {name: it}
                base: &base {cpu: 1, memory: 2}
                spec: {<<: *base, memory: 3}
                """).getFirst();

        assertThat(merged.json().at("/spec").toString()).isEqualTo("{\"cpu\":1,\"memory\":3}");
        assertThat(in("{\"apiVersion\": \"v1\",\n\t\"kind\": \"Any\", \"metadata\": {\"name\": \"it\"}}"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '^', textBlock = """
            2026-01-05, "2026-01-05"
            12:30,      "12:30"
            0644,       420
            0x10,       16
            1_000,      1000
            1.5,        1.5
            yes,        true
            Off,        false
            'yes',      "yes"
            """)
    void plainWordsMeanTheSameToKubectl(String written, String json) {
        var thing = in("{apiVersion: v1, kind: Any, metadata: {name: it}, value: %s}".formatted(written))
                .getFirst();

        assertThat(thing.json().get("value").toString()).isEqualTo(json);
    }

    @Test
    void nullsAndEmptyListsAreRemoved() {
        var thing = in("{apiVersion: v1, kind: Any, metadata: {name: it}, "
                        + "of: {a: ~, b: [], c: {d: null, e: {}}, f: [{g: []}]}}")
                .getFirst();

        assertThat(thing.json().get("of").toString()).isEqualTo("{\"c\":{\"e\":{}},\"f\":[{}]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            "a: ["                                        | app.yaml, document 1, line 1: no valid YAML: expected the node content
            "{apiVersion: v1, kind: A,\\nb: 1, b: 2}"                            | app.yaml, document 1, line 2: no valid YAML: found duplicate key b
            "a: *none"                                    | app.yaml, document 1, line 1: no valid YAML: found undefined alias none
            "a: !java/Thing x"                            | app.yaml, document 1, line 1: no valid YAML: could not determine a constructor
            "{apiVersion: v1, kind: A, metadata: {name: {{ .x }}}}"   | app.yaml, document 1, line 1: this A has no metadata.name; it looks like a template
            "just text"                                   | app.yaml, document 1, line 1: no object of Kubernetes: it has no apiVersion and kind
            "{kind: Service}"                             | app.yaml, document 1, line 1: no object of Kubernetes
            "{apiVersion: v1, kind: Service}"             | app.yaml, document 1, line 1: this Service has no metadata.name
            "{apiVersion: v1, kind: List, items: [{}]}"   | app.yaml, document 1, line 1: item 1 of the list has no apiVersion and kind
            "{apiVersion: v1, kind: List, items: [7]}"    | app.yaml, document 1, line 1: item 1 of the list has no apiVersion and kind
            """)
    void unreadableYamlIsReportedWithItsPlace(String yaml, String sentence) {
        assertThatThrownBy(() -> in(yaml.replace("\\n", "\n")))
                .isInstanceOf(UnreadableInput.class)
                .hasMessageStartingWith(sentence);
    }

    @Test
    void aTemplateIsKnownForOne() {
        assertThatThrownBy(() -> in("metadata:\n  name: {{ .Values.name }}\n"))
                .isInstanceOf(UnreadableInput.class)
                .hasMessageContaining("looks like a template: render it first");
    }

    @Test
    void bombsAreDefused() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int it = 1; it < 60; it++) {
            bomb.append("a%d: &a%d [%s]\n"
                    .formatted(it, it, "*a%d, ".formatted(it - 1).repeat(9)));
        }
        var deep = "a: " + "[".repeat(300) + "]".repeat(300);

        assertThatThrownBy(() -> in(bomb.toString())).isInstanceOf(UnreadableInput.class);
        assertThatThrownBy(() -> in(deep)).isInstanceOf(UnreadableInput.class).hasMessageContaining("document 1");
    }

    /** Has few enough aliases to pass the parser's own limit. */
    @Test
    void aNarrowBombIsDefusedToo() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x]\n");
        for (int i = 1; i < 17; i++) {
            bomb.append("a%1$d: &a%1$d [*a%2$d, *a%2$d, *a%2$d]\n".formatted(i, i - 1));
        }

        assertThatThrownBy(() -> in(bomb.toString()))
                .isInstanceOf(UnreadableInput.class)
                .hasMessageContaining("its anchors make it larger than 1000000 values");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replicas: 3",
                "- a\n- b",
                "text",
                "{apiVersion: 1, kind: 2}",
                "{apiVersion: v1, kind: Kustomization}"
            })
    void inAFolderOtherYamlIsLeftOut(String yaml) {
        assertThat(Things.in(new InputText("values.yaml", yaml, false), new SharedTrees()))
                .isEmpty();
    }

    @Test
    void valuesAreOfTheirKinds() {
        var json =
                in("{apiVersion: v1, kind: Any, metadata: {name: it}, all: [1, 5000000000, 12345678901234567890, 1.5,"
                                + " true, null, a, !!binary aGk=], none: null, empty: []}")
                        .getFirst()
                        .json();

        assertThat(json.path("all")).hasToString("[1,5000000000,12345678901234567890,1.5,true,null,\"a\",\"aGk=\"]");
        assertThat(json.has("none") || json.has("empty")).isFalse();
    }
}
