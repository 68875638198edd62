package dev.readygate.cli.command;

import dev.readygate.cli.cluster.QueryFailed;
import dev.readygate.cli.imports.Format;
import dev.readygate.cli.imports.ImportFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Options for files that other tools have written. */
final class ReportFiles {
    @Option(
            names = "--junit",
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "JUnit XML, of Surefire and others: total, passed, failed, errors, skipped. - is what is piped.")
    private List<Path> junit = List.of();

    @Option(
            names = "--jacoco",
            arity = "1..*",
            paramLabel = "FILE",
            description = "JaCoCo's jacoco.xml: line and branch, in percent.")
    private List<Path> jacoco = List.of();

    @Option(
            names = "--cobertura",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Cobertura's coverage.xml: line and branch, in percent.")
    private List<Path> cobertura = List.of();

    @Option(
            names = "--lcov",
            arity = "1..*",
            paramLabel = "FILE",
            description = "LCOV's lcov.info: line and branch, in percent.")
    private List<Path> lcov = List.of();

    @Option(
            names = "--sarif",
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "SARIF 2.1: critical, high, medium, low, without what is suppressed; new where it was compared.")
    private List<Path> sarif = List.of();

    @Option(
            names = "--k6",
            paramLabel = "FILE",
            description = "k6's summary, of handleSummary or --summary-export: rps, p95, p99, errorRate (0 to 1), vus,"
                    + " thresholdsFailed.")
    private List<Path> k6 = List.of();

    @Option(
            names = "--jmeter",
            paramLabel = "FILE",
            description = "The statistics.json of JMeter's dashboard: rps, p95, p99, errorRate (0 to 1).")
    private List<Path> jmeter = List.of();

    List<Map<String, Object>> data() {
        return Stream.of(
                        data(Format.JUnit, junit),
                        data(Format.JaCoCo, jacoco),
                        data(Format.Cobertura, cobertura),
                        data(Format.Lcov, lcov),
                        data(Format.Sarif, sarif),
                        data(Format.K6, k6),
                        data(Format.JMeter, jmeter))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Map<String, Object>> data(Format format, List<Path> files) {
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        format.data(files.stream().map(ReportFiles::source).toList()));
    }

    private static ImportFile source(Path file) {
        return new ImportFile(file.toString(), () -> content(file));
    }

    private static byte[] content(Path file) {
        try (var stream = open(file)) {
            return stream.readNBytes(ImportFile.LARGEST + 1);
        } catch (IOException unreadable) {
            var hint = file.toString().contains("=") ? "; facts are typed right behind the type" : "";
            throw new QueryFailed("there is no file %s that can be read%s".formatted(file, hint));
        }
    }

    private static InputStream open(Path file) throws IOException {
        return file.toString().equals("-") ? System.in : Files.newInputStream(file);
    }
}
