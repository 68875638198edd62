package dev.readygate.cli.command;

import static java.util.Comparator.comparing;

import dev.readygate.cli.cluster.CommandRefused;
import dev.readygate.cli.cluster.QueryFailed;
import dev.readygate.cli.cluster.Session;
import dev.readygate.cli.document.Document;
import dev.readygate.cli.document.DocumentResult.DocumentSubject;
import dev.readygate.cli.document.Json;
import dev.readygate.cli.plan.ObjectName;
import dev.readygate.cli.report.EarlierReport;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports that are kept in ConfigMaps of the namespace: the newest ones of each standard and set of Deployments. */
record KeptReports(Session session) {
    private static final String LABEL = "readygate.dev/kept-report";
    private static final String KEY = "report.json";
    private static final int MOST = 30;

    /** A change of the score of 0 to 100 that is worth a report of its own. */
    private static final int POINTS = 5;

    /** A ConfigMap has at most 1 MiB. */
    private static final int MOST_BYTES = 900 << 10;

    private record KeptReport(ConfigMap map, EarlierReport report) {}

    /** One of these Deployments was kept today, and the score has not moved much since. */
    boolean isToldAlready(Document document, Instant now) {
        var result = document.result();
        return alike(result.subject())
                .map(KeptReport::report)
                .findFirst()
                .filter(last -> day(last.at()).equals(day(now)))
                .filter(last -> !last.hasMoved(result.score(), POINTS))
                .isPresent();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** Returns the ConfigMap's name. Removes the oldest reports of the same kind beyond the limit. */
    String keep(Document document, Instant now) {
        var text = Json.text(document);
        if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new CommandRefused("This report is larger than a ConfigMap can be: name fewer Deployments.");
        }
        var subject = document.result().subject();
        var kind = kind(subject);
        var map = new ConfigMapBuilder()
                .withNewMetadata()
                .withName(ObjectName.of(now, "readygate-report", kind))
                .withNamespace(session.namespace())
                .withLabels(Map.of(LABEL, kind))
                .endMetadata()
                .withImmutable(true)
                .withData(Map.of(KEY, text))
                .build();
        var made = session.client().resource(map).create().getMetadata().getName();
        alike(subject)
                .skip(MOST)
                .forEach(it -> session.client().resource(it.map()).delete());
        return made;
    }

    /** @param when a day such as 2026-11-01, the name of a ConfigMap, or a file */
    EarlierReport since(String when, Document now) {
        var subject = now.result().subject();
        return day(when)
                .map(day -> alike(subject)
                        .map(KeptReport::report)
                        .filter(it -> !day(it.at()).isAfter(day))
                        .findFirst()
                        .orElseThrow(() -> new QueryFailed(
                                "no report of these Deployments was kept on or before %s: report --keep keeps one"
                                        .formatted(when))))
                .orElseGet(() -> Files.exists(Path.of(when)) ? inFile(Path.of(when)) : named(when));
    }

    private static Optional<LocalDate> day(String when) {
        try {
            return Optional.of(LocalDate.parse(when));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private EarlierReport inFile(Path file) {
        try {
            return EarlierReport.of(Files.readString(file))
                    .orElseThrow(() -> new QueryFailed(file + " is no report: report -o json writes one"));
        } catch (IOException e) {
            throw new QueryFailed("%s cannot be read (%s)".formatted(file, e.getMessage()));
        }
    }

    private EarlierReport named(String name) {
        return Optional.ofNullable(session.client()
                        .configMaps()
                        .inNamespace(session.namespace())
                        .withName(name)
                        .get())
                .flatMap(KeptReports::read)
                .map(KeptReport::report)
                .orElseThrow(() ->
                        new QueryFailed("%s is no day such as 2026-11-01, no file, and no kept report of namespace %s"
                                .formatted(name, session.namespace())));
    }

    private static String kind(DocumentSubject subject) {
        return subject.standard().orElse("all");
    }

    /** The newest first. */
    private Stream<KeptReport> alike(DocumentSubject subject) {
        return session
                .client()
                .configMaps()
                .inNamespace(session.namespace())
                .withLabel(LABEL, kind(subject))
                .list()
                .getItems()
                .stream()
                .flatMap(it -> read(it).stream())
                .filter(it -> it.report().standard().equals(subject.standard())
                        && it.report().deployments().equals(subject.deployments()))
                .sorted(comparing((KeptReport it) -> it.report().at()).reversed());
    }

    private static Optional<KeptReport> read(ConfigMap map) {
        return Optional.ofNullable(map.getData())
                .map(it -> it.get(KEY))
                .flatMap(EarlierReport::of)
                .map(it -> new KeptReport(map, it));
    }
}
