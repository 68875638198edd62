package dev.readygate;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.readygate.api.v1alpha1.Condition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows of ARCHITECTURE.md. Changing one is a decision, made here first. */
@AnalyzeClasses(packages = "dev.readygate", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final int LONGEST_FILE = 300;

    private static final Pattern DECLARED =
            Pattern.compile("(?m)^ *(?:[a-z-]+ )*(?:class|interface|enum|record) ([A-Z]\\w*)");

    private static final Pattern LITERAL_OR_COMMENT =
            Pattern.compile("\"\"\"(?:[^\"\\\\]|\\\\[\\s\\S]|\"(?!\"\"))*+\"\"\""
                    + "|\"(?:[^\"\\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\\n]|\\\\.)++'|(/\\*[\\s\\S]*?\\*/|//.*)");

    private static final Pattern VAGUE = Pattern.compile("(?i)\\b(?:whom|whoever|whatever|nobody|somebody|anybody)\\b");

    /** Two programs have a Main: the operator and the command line. */
    private static final Set<String> STAND_TWICE = Set.of("Main");

    private static final String[] PURE = packages(
            "facts",
            "policy",
            "dora",
            "checks",
            "admit",
            "gate",
            "history",
            "retention",
            "score",
            "status",
            "api",
            "cli.plan",
            "cli.text",
            "cli.format",
            "cli.check",
            "cli.imports",
            "cli.document",
            "cli.report");

    /** The packages that each package may import, besides itself; a package that is not listed may import all. */
    static final Map<String, String[]> ARROWS = Map.ofEntries(
            entry("facts", packages()),
            entry("api", packages()),
            entry("policy", packages("api")),
            entry("dora", packages("facts", "api")),
            entry("checks", packages("dora", "facts", "api")),
            entry("admit", packages("checks", "policy", "facts", "api")),
            entry("gate", packages("checks", "policy", "facts", "api")),
            entry("history", packages("gate", "dora", "facts", "api")),
            entry("retention", packages("facts")),
            entry("score", packages("checks", "policy", "facts", "api")),
            entry("status", packages("history", "gate", "dora", "score", "checks", "policy", "facts", "api")),
            entry("signals", packages("checks", "facts", "api")),
            entry("cluster", packages("admit", "gate", "retention", "status", "policy", "facts", "api")),
            entry("telemetry", packages("gate", "score", "facts", "api")),
            entry("cli", packages("cli.command")),
            entry(
                    "cli.command",
                    packages(
                            "cli.cluster",
                            "cli.plan",
                            "cli.text",
                            "cli.report",
                            "cli.document",
                            "cli.check",
                            "cli.imports",
                            "cli.format",
                            "dora",
                            "api")),
            entry("cli.cluster", packages("cli.plan", "api")),
            entry("cli.check", packages("cli.format", "cli.text", "checks", "policy", "facts", "api")),
            entry("cli.format", packages()),
            entry("cli.imports", packages()),
            entry("cli.document", packages()),
            entry("cli.report", packages("cli.document", "cli.format", "api")),
            entry("cli.plan", packages("api")),
            entry("cli.text", packages("cli.plan", "api")),
            entry(
                    "controller",
                    packages(
                            "cluster",
                            "signals",
                            "admit",
                            "gate",
                            "score",
                            "status",
                            "telemetry",
                            "checks",
                            "policy",
                            "facts",
                            "api")));

    private static String[] packages(String... names) {
        return Stream.of(names).map(it -> "dev.readygate." + it + "..").toArray(String[]::new);
    }

    @ArchTest
    static final ArchRule THERE_ARE_NO_CYCLES =
            slices().matching("dev.readygate.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_CORE_KNOWS_NO_MACHINERY = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .and()
            .resideOutsideOfPackage("dev.readygate.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.fabric8..", "io.javaoperatorsdk..", "io.quarkus..", "jakarta..", "io.micrometer..");

    @ArchTest
    static final ArchRule THE_CORE_READS_NO_CLOCK = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class, InstantSource.class);

    @ArchTest
    static final ArchRule ONLY_SHELLS_SEE_THE_CLUSTER = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.readygate.cluster..",
                    "dev.readygate.controller..",
                    "dev.readygate.cli.cluster",
                    "dev.readygate.cli.command",
                    "dev.readygate")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(KubernetesClient.class, Context.class);

    @ArchTest
    static final ArchRule CONDITIONS_HAVE_ONE_AUTHOR = noClasses()
            .that(resideOutsideOfPackages("dev.readygate.status..", "dev.readygate.api.."))
            .should()
            .callConstructorWhere(target(owner(type(Condition.class))));

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager)(\\$.*)?");

    @ArchTest
    static void everyPackageSeesOnlyItsAllowedPackages(com.tngtech.archunit.core.domain.JavaClasses all) {
        ARROWS.forEach((from, to) -> classes()
                .that()
                .resideInAPackage("dev.readygate." + from + "..")
                .and()
                .resideOutsideOfPackages(withRowsOfTheirOwn(from))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(packages(from))
                        .or(resideInAnyPackage(to))
                        .or(resideOutsideOfPackages("dev.readygate..")))
                .check(all));
    }

    private static String[] withRowsOfTheirOwn(String within) {
        return packages(ARROWS.keySet().stream()
                .filter(it -> it.startsWith(within + "."))
                .toArray(String[]::new));
    }

    @Test
    void noFileIsTooLongToBeReadAtOnce() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            var tooLong = files.filter(it -> it.toString().endsWith(".java"))
                    .filter(it -> lines(it) > LONGEST_FILE)
                    .map(Path::toString)
                    .collect(joining(", "));
            assertThat(tooLong).as("files over %d lines", LONGEST_FILE).isEmpty();
        }
    }

    /** A simple name identifies a type without its imports. */
    @Test
    void noSimpleNameStandsTwice() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            var names = files.filter(it -> it.toString().endsWith(".java"))
                    .flatMap(ArchitectureTest::declared)
                    .collect(groupingBy(identity(), counting()));
            names.keySet().removeAll(STAND_TWICE);
            names.values().removeIf(it -> it == 1);
            assertThat(names).as("types of one simple name").isEmpty();
        }
    }

    private static Stream<String> declared(Path file) {
        return DECLARED.matcher(text(file)).results().map(it -> it.group(1));
    }

    /** A comment says which user, object or part of the operator acts. */
    @Test
    void everyCommentNamesItsSubject() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            var vague = files.filter(it -> it.toString().endsWith(".java"))
                    .flatMap(ArchitectureTest::vagueWords)
                    .collect(joining("\n"));
            assertThat(vague).as("words in comments that name no subject").isEmpty();
        }
    }

    private static Stream<String> vagueWords(Path file) {
        var source = text(file);
        return LITERAL_OR_COMMENT
                .matcher(source)
                .results()
                .filter(it -> it.group(1) != null)
                .flatMap(comment -> VAGUE.matcher(comment.group(1))
                        .results()
                        .map(it -> "%s:%d %s".formatted(file, line(source, comment.start() + it.start()), it.group())));
    }

    private static long line(String source, int at) {
        return 1 + source.substring(0, at).chars().filter(it -> it == '\n').count();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
