package dev.readygate.cli.check;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A topology spread constraint as it is written.
 *
 * @param place where it is in the list of its pod, from 0
 */
record SpreadConstraint(int place, JsonNode json) {
    private static final String STRICT = "DoNotSchedule";
    private static final Set<String> WAYS = Set.of(STRICT, "ScheduleAnyway");

    /** A sentence on those for which the API server refuses the Deployment, if there are any. */
    static Optional<String> refused(Thing deployment) {
        var written = deployment.json().at("/spec/template/spec/topologySpreadConstraints");
        var all = IntStream.range(0, written.size())
                .mapToObj(it -> new SpreadConstraint(it, written.path(it)))
                .toList();
        var mistakes = all.stream().flatMap(it -> it.mistake(all).stream()).toList();
        return mistakes.isEmpty()
                ? Optional.empty()
                : Optional.of("the API server refuses this Deployment: %s".formatted(String.join("; ", mistakes)));
    }

    private Optional<String> mistake(List<SpreadConstraint> all) {
        var mistakes = Stream.of(noKey(), noSkew(), noWay(), fewDomains(), repeats(all))
                .flatMap(Optional::stream)
                .collect(joining(", "));
        return mistakes.isEmpty()
                ? Optional.empty()
                : Optional.of("topologySpreadConstraints[%d] (%s): %s".formatted(place, key(), mistakes));
    }

    private String key() {
        return json.path("topologyKey").asText();
    }

    private String way() {
        return json.path("whenUnsatisfiable").asText();
    }

    private Optional<String> noKey() {
        return said(key().isEmpty(), "it has no topologyKey: write one, for example kubernetes.io/hostname");
    }

    private Optional<String> noSkew() {
        var skew = json.path("maxSkew");
        return said(skew.asInt() < 1, "maxSkew is %s: write 1 or more".formatted(skew.asText("missing")));
    }

    private Optional<String> noWay() {
        var sentence = "whenUnsatisfiable is %s: write DoNotSchedule or ScheduleAnyway";
        return said(
                !WAYS.contains(way()),
                sentence.formatted(json.path("whenUnsatisfiable").asText("missing")));
    }

    private Optional<String> fewDomains() {
        var domains = json.path("minDomains");
        if (domains.isMissingNode() || domains.isNull()) {
            return Optional.empty();
        }
        return domains.asInt() < 1
                ? Optional.of("minDomains is %s: write 1 or more, or remove it".formatted(domains.asText()))
                : said(!way().equals(STRICT), "minDomains counts with DoNotSchedule only: remove it");
    }

    private Optional<String> repeats(List<SpreadConstraint> all) {
        return all.stream()
                .limit(place)
                .filter(it -> it.key().equals(key()) && it.way().equals(way()))
                .findFirst()
                .map(it -> "it has topologyKey and whenUnsatisfiable of topologySpreadConstraints[%d]: remove one"
                        .formatted(it.place));
    }

    private static Optional<String> said(boolean wrong, String sentence) {
        return wrong ? Optional.of(sentence) : Optional.empty();
    }
}
