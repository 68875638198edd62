package dev.readygate.cli.check;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A Kubernetes object as its author wrote it. */
record Thing(Place place, ObjectNode json) {
    /** Forgets all but its names and labels: ten thousand manifests have to fit into memory. */
    void keepHead() {
        json.retain("apiVersion", "kind", "metadata");
    }

    /** A copy that names its namespace. */
    ObjectNode stored(String namespace) {
        var stored = json.deepCopy();
        stored.withObjectProperty("metadata").put("namespace", namespace);
        return stored;
    }

    String apiVersion() {
        return json.path("apiVersion").asText();
    }

    String kind() {
        return json.path("kind").asText();
    }

    boolean is(String apiVersion, String kind) {
        return apiVersion().equals(apiVersion) && kind().equals(kind);
    }

    String name() {
        return json.at("/metadata/name").asText();
    }

    String namespaceOr(String otherwise) {
        return json.at("/metadata/namespace").asText(otherwise);
    }

    @Override
    public String toString() {
        return "%s: %s %s".formatted(place, kind(), name());
    }
}
