package dev.readygate.docs;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LoadState;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.compiler.LuaC;
import org.luaj.vm2.lib.BaseLib;
import org.luaj.vm2.lib.PackageLib;
import org.luaj.vm2.lib.TableLib;

/** Runs the health scripts for Argo CD, with only those libraries that Argo CD gives them. */
record ArgoHealth(String status, String message) {
    static final Path FILE = ExampleFile.OF_OTHERS.resolve("argocd-cm.yaml");

    static ArgoHealth of(Object kubernetesObject) {
        var object = Serialization.unmarshal(Serialization.asJson(kubernetesObject), JsonNode.class);
        var answer = run(script(object), object);
        return new ArgoHealth(
                answer.get("status").checkjstring(), answer.get("message").optjstring(""));
    }

    private static String script(JsonNode object) {
        var version = object.required("apiVersion").asText();
        var key = "resource.customizations.health.%s_%s"
                .formatted(version.split("/")[0], object.required("kind").asText());
        return scripts().required(key).asText();
    }

    static JsonNode scripts() {
        try {
            return Serialization.unmarshal(Files.readString(FILE), JsonNode.class)
                    .required("data");
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static LuaValue run(String script, JsonNode object) {
        var globals = new Globals();
        globals.load(new BaseLib());
        globals.load(new PackageLib());
        globals.load(new TableLib());
        LoadState.install(globals);
        LuaC.install(globals);
        globals.set("obj", lua(object));
        return globals.load(script, "health.lua").call();
    }

    private static LuaValue lua(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                var table = new LuaTable();
                node.properties().forEach(it -> table.set(it.getKey(), lua(it.getValue())));
                yield table;
            }
            case ARRAY -> {
                var table = new LuaTable();
                node.forEach(it -> table.set(table.length() + 1, lua(it)));
                yield table;
            }
            case BOOLEAN -> LuaValue.valueOf(node.booleanValue());
            case NUMBER -> LuaValue.valueOf(node.doubleValue());
            case STRING -> LuaValue.valueOf(node.textValue());
            case NULL, MISSING, BINARY, POJO -> LuaValue.NIL;
        };
    }
}
