package dev.readygate.checks.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new kind of check takes four sources: it is added to a copy of the sources, compiled, and asked. */
class NewKindTest {
    private static final List<String> NEEDED = List.of("api", "facts", "dora", "checks");

    @TempDir
    private Path folder;

    private final List<Path> touched = new ArrayList<>();

    @Test
    void takesFourSources() throws Exception {
        copySources();
        add("api/v1alpha1/EchoCheck.java", """
                package dev.readygate.api.v1alpha1;

                public record EchoCheck(String says) implements CheckKind {}
                """);
        change("api/v1alpha1/CheckSpec.java", "WindowCheck window)", "WindowCheck window, EchoCheck echo)");
        change("api/v1alpha1/CheckSpec.java", "has(self.window)]", "has(self.window), has(self.echo)]");
        add("checks/probe/EchoEvaluator.java", """
                package dev.readygate.checks.probe;

                import dev.readygate.api.v1alpha1.CheckSpec;
                import dev.readygate.api.v1alpha1.EchoCheck;
                import dev.readygate.checks.Check;
                import dev.readygate.checks.CheckType;
                import dev.readygate.checks.Finding;
                import dev.readygate.checks.FindingReason;
                import dev.readygate.checks.Subject;

                public record EchoEvaluator(CheckSpec spec, EchoCheck echo) implements Check {
                    public static final CheckType<EchoCheck> TYPE = CheckType.of(EchoCheck.class, EchoEvaluator::new);

                    @Override
                    public Finding evaluate(Subject subject) {
                        return new Finding(spec.name(), FindingReason.Answered, echo.says(),
                                Finding.Measured.NOTHING, java.util.Optional.empty());
                    }
                }
                """);
        change("checks/kinds/AllChecks.java", "WindowEvaluator.TYPE)", "WindowEvaluator.TYPE, EchoEvaluator.TYPE)");
        change("checks/kinds/AllChecks.java", "import java.util.List;", """
                import dev.readygate.checks.probe.EchoEvaluator;
                import java.util.List;""");

        compile();

        assertThat(said("{name: it, echo: {says: hello}}")).contains("Answered", "hello");
        assertThat(touched).hasSizeLessThanOrEqualTo(4);
    }

    private Path source(String path) {
        return folder.resolve("src/dev/readygate").resolve(path);
    }

    private void copySources() throws IOException {
        var main = Path.of("src/main/java/dev/readygate");
        for (var part : NEEDED) {
            try (var files = Files.walk(main.resolve(part))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var copy = source(main.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }

    private void add(String path, String text) throws IOException {
        touched.add(Files.writeString(source(path), text));
    }

    private void change(String path, String from, String to) throws IOException {
        var text = Files.readString(source(path));
        assertThat(text).containsOnlyOnce(from);
        Files.writeString(source(path), text.replace(from, to));
        if (!touched.contains(source(path))) {
            touched.add(source(path));
        }
    }

    private void compile() throws IOException {
        try (var files = Files.walk(folder.resolve("src"))) {
            var sources = files.filter(Files::isRegularFile).map(Path::toString);
            var arguments = Stream.concat(
                    Stream.of(
                            "-proc:none",
                            "-nowarn",
                            "-d",
                            folder.resolve("classes").toString()),
                    sources);
            var result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
            assertThat(result).as("what the compiler says is above").isZero();
        }
    }

    private String said(String yaml) throws Exception {
        try (var loader = new Changed(folder.resolve("classes").toUri())) {
            var specType = loader.loadClass("dev.readygate.api.v1alpha1.CheckSpec");
            var spec = Serialization.unmarshal("---\n" + yaml, specType);
            var check = loader.loadClass("dev.readygate.checks.kinds.AllChecks")
                    .getMethod("of", specType)
                    .invoke(null, spec);
            var subject = loader.loadClass("dev.readygate.checks.Subject");
            return loader.loadClass("dev.readygate.checks.Check")
                    .getMethod("evaluate", subject)
                    .invoke(check, (Object) null)
                    .toString();
        }
    }

    /** Knows the changed classes first. */
    private static final class Changed extends URLClassLoader {
        Changed(URI classes) throws IOException {
            super(new URL[] {classes.toURL()}, NewKindTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (findLoadedClass(name) == null && findResource(name.replace('.', '/') + ".class") != null) {
                    return findClass(name);
                }
                return super.loadClass(name, resolve);
            }
        }
    }
}
