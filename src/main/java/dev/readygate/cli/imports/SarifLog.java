package dev.readygate.cli.imports;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Counts the findings of SARIF 2.1.0 by severity. The level is that of the result, else of its rule, else warning;
 * suppressed and absent findings do not count. The log of a tool that did not finish is rejected: it has too few
 * findings.
 */
final class SarifLog {
    private static final String EXPECTED = "SARIF 2.1.0";

    private SarifLog() {}

    static Map<String, Object> data(List<ImportFile> files) {
        var runs = files.stream().flatMap(SarifLog::runs).toList();
        var findings = runs.stream().flatMap(it -> it.findings().stream()).toList();
        Map<String, Object> data = new LinkedHashMap<>();
        for (var severity : Severity.values()) {
            data.put(
                    severity.key(),
                    findings.stream().filter(it -> it.severity() == severity).count());
        }
        if (findings.stream().anyMatch(SarifResult::isCompared)) {
            data.put("new", findings.stream().filter(SarifResult::isNew).count());
        }
        data.put("tool", runs.stream().map(SarifRun::tool).distinct().collect(joining(", ")));
        return data;
    }

    private record SarifRun(String tool, List<SarifResult> findings) {}

    /** @param baseline the comparison with an earlier run; empty if there is none */
    private record SarifResult(Severity severity, String baseline) {
        boolean isCompared() {
            return !baseline.isEmpty();
        }

        boolean isNew() {
            return baseline.equals("new");
        }
    }

    private static Stream<SarifRun> runs(ImportFile source) {
        var log = JsonFile.of(source, EXPECTED);
        if (!log.root().path("version").asText().startsWith("2.1")
                || !log.root().path("runs").isArray()) {
            throw log.isWrong("it has no runs of version 2.1");
        }
        if (log.root().path("runs").isEmpty()) {
            throw log.isWrong("its list of runs is empty, so no tool looked");
        }
        return log.root().path("runs").valueStream().map(it -> run(log, it));
    }

    private static SarifRun run(JsonFile log, JsonNode run) {
        var tool = run.at("/tool/driver/name").asText("the tool");
        if (run.path("invocations").valueStream().anyMatch(SarifLog::isBroken)) {
            throw log.isWrong("%s says that it did not run to its end".formatted(tool));
        }
        if (!run.path("results").isArray()) {
            throw log.isWrong("%s gives no results, not even none".formatted(tool));
        }
        var rules = new SarifRules(run.path("tool"));
        var findings = run.path("results")
                .valueStream()
                .filter(SarifLog::counts)
                .flatMap(it -> severity(it, rules.of(it)).stream()
                        .map(severity -> new SarifResult(
                                severity, it.path("baselineState").asText())));
        return new SarifRun(tool, findings.toList());
    }

    private static boolean isBroken(JsonNode invocation) {
        return !invocation.path("executionSuccessful").asBoolean(true);
    }

    private static boolean counts(JsonNode result) {
        return result.path("kind").asText("fail").equals("fail")
                && !result.path("baselineState").asText().equals("absent")
                && !isSuppressed(result.path("suppressions"));
    }

    /** A suppression under review, or a rejected one, does not count. */
    private static boolean isSuppressed(JsonNode suppressions) {
        return !suppressions.isEmpty()
                && suppressions
                        .valueStream()
                        .noneMatch(it -> Set.of("underReview", "rejected")
                                .contains(it.path("status").asText()));
    }

    private static Optional<Severity> severity(JsonNode result, JsonNode rule) {
        return Stream.of(result, rule)
                .map(it -> it.path("properties").path("security-severity"))
                .flatMap(it -> Severity.ofSecurity(it).stream())
                .findFirst()
                .or(() -> Severity.ofLevel(level(result, rule)));
    }

    private static String level(JsonNode result, JsonNode rule) {
        return result.path("level")
                .asText(rule.at("/defaultConfiguration/level").asText("warning"));
    }
}
