package dev.readygate.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.ReadinessStandardSpec;
import dev.readygate.api.v1alpha1.StandardParameter;
import dev.readygate.api.v1alpha1.StandardParameter.ParameterTarget;
import dev.readygate.api.v1alpha1.StandardRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Fills a standard's checks with the parameter values of a policy. Values are put into the tree of a check, never
 * into its text as a whole, so that none of them can become another field.
 */
final class ParameterSubstitution {
    private static final ObjectMapper TREES = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_NULL, Include.NON_NULL))
            .build();

    private final StandardRef ref;
    private final ReadinessStandardSpec standard;
    private final List<Parameter> parameters;

    ParameterSubstitution(StandardRef ref, ReadinessStandardSpec standard) {
        this.ref = ref;
        this.standard = standard;
        this.parameters =
                standard.parameters().stream().map(it -> Parameter.of(it, ref)).toList();
    }

    record Filled(CheckSpec spec, Optional<String> mistake) {}

    /** Remarks on values for parameters that the standard does not have. */
    List<String> remarks() {
        return ref.with().keySet().stream()
                .filter(name -> standard.parameters().stream()
                        .map(StandardParameter::name)
                        .noneMatch(name::equals))
                .map(it -> "standard %s has no parameter %s: correct or remove it".formatted(ref.name(), it))
                .toList();
    }

    Filled fill(CheckSpec check) {
        if (parameters.isEmpty()) {
            return new Filled(check, Optional.empty());
        }
        ObjectNode tree = TREES.valueToTree(check);
        var mistakes = new ArrayList<String>();
        parameters.forEach(it -> fillIn(it, check.name(), tree).ifPresent(mistakes::add));
        return mistakes.isEmpty() ? read(check, tree) : new Filled(check, Optional.of(mistakes.getFirst()));
    }

    /** @return why it could not be filled in, if the check needs it */
    private Optional<String> fillIn(Parameter parameter, String check, ObjectNode tree) {
        var fields = parameter.declared().sets().stream()
                .filter(it -> it.check().equals(check))
                .map(ParameterTarget::field)
                .toList();
        var texts = new PlaceholderTexts(parameter.placeholder());
        if (fields.isEmpty() && !texts.occursIn(tree)) {
            return Optional.empty();
        }
        return parameter
                .value()
                .fold(
                        value -> {
                            texts.replace(tree, value.text());
                            return fields.stream()
                                    .flatMap(it -> set(tree, it, value.node()).stream())
                                    .findFirst();
                        },
                        Optional::of);
    }

    private Optional<String> set(ObjectNode tree, String field, JsonNode value) {
        var path = new ArrayDeque<>(List.of(field.split("\\.")));
        var last = path.removeLast();
        JsonNode node = tree;
        for (var step : path) {
            node = node.path(step);
        }
        if (node instanceof ObjectNode object) {
            object.set(last, value);
            return Optional.empty();
        }
        return Optional.of("standard %s sets %s of a check that has no such part".formatted(ref.name(), field));
    }

    private Filled read(CheckSpec check, ObjectNode tree) {
        try {
            return new Filled(TREES.treeToValue(tree, CheckSpec.class), Optional.empty());
        } catch (JsonProcessingException | IllegalArgumentException unfit) {
            var values = Stream.of(unfit.getMessage().split("\n")).findFirst().orElse("");
            return new Filled(
                    check,
                    Optional.of("the values given to standard %s do not fit check %s: %s"
                            .formatted(ref.name(), check.name(), values)));
        }
    }
}
