package dev.readygate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The chart and the operator must agree on names, and neither complains if they do not. */
class SettingsTest {
    private static final Path ENVIRONMENT = Path.of("helm", "readygate", "templates", "_env.tpl");
    private static final Pattern OURS = Pattern.compile("\\bREADYGATE_[A-Z_]+");

    @Test
    void theChartSetsAllOfThemAndNothingElse() throws IOException {
        var set = OURS.matcher(Files.readString(ENVIRONMENT))
                .results()
                .map(it -> it.group())
                .collect(Collectors.toSet());

        assertThat(set).isEqualTo(read(Settings.class, "READYGATE").collect(Collectors.toSet()));
        assertThat(set).containsAll(Set.of("READYGATE_USER", "READYGATE_POD_NAMESPACE"));
    }

    private static Stream<String> read(Class<?> settings, String prefix) {
        return Arrays.stream(settings.getDeclaredMethods()).flatMap(it -> read(it, prefix));
    }

    private static Stream<String> read(Method setting, String prefix) {
        var name = prefix + "_" + setting.getName().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
        return setting.getReturnType().isInterface() ? read(setting.getReturnType(), name) : Stream.of(name);
    }
}
