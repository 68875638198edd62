package dev.readygate.chart;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The chart as Helm rendered it: the text, and its objects. */
record Chart(String text, List<JsonNode> objects) {
    private static final Pattern BETWEEN = Pattern.compile("(?m)^---$");

    static Chart from(String text) {
        return new Chart(
                text, BETWEEN.splitAsStream(text).flatMap(Chart::parsed).toList());
    }

    private static Stream<JsonNode> parsed(String document) {
        var node = new KubernetesSerialization().unmarshal(document, JsonNode.class);
        return Stream.ofNullable(node).filter(it -> it.has("kind"));
    }

    List<JsonNode> of(String... kinds) {
        return objects.stream()
                .filter(it -> List.of(kinds).contains(it.path("kind").textValue()))
                .toList();
    }

    JsonNode only(String kind) {
        var found = of(kind);
        if (found.size() != 1) {
            throw new AssertionError("%d of kind %s".formatted(found.size(), kind));
        }
        return found.getFirst();
    }

    JsonNode podSpec() {
        return only("Deployment").at("/spec/template/spec");
    }

    JsonNode container() {
        return podSpec().at("/containers/0");
    }

    List<String> kinds() {
        return objects.stream()
                .map(it -> it.path("kind").textValue())
                .distinct()
                .toList();
    }

    /** The name of each admission policy, with its kind. */
    List<String> policies() {
        return of("MutatingAdmissionPolicy", "ValidatingAdmissionPolicy").stream()
                .map(it -> it.at("/metadata/name").textValue() + " "
                        + it.path("kind").textValue())
                .sorted()
                .toList();
    }

    List<Right> rightsOfTheOperator() {
        return roles(false).flatMap(Right::of).toList();
    }

    /** The rights that the chart adds to the ClusterRoles view, edit and admin. */
    List<Right> rightsOfPeople() {
        return roles(true).flatMap(Right::of).toList();
    }

    private Stream<JsonNode> roles(boolean aggregated) {
        return of("Role", "ClusterRole").stream()
                .filter(it -> it.at("/metadata/labels").toString().contains("aggregate-to") == aggregated);
    }
}
