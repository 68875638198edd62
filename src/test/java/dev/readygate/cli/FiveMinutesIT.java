package dev.readygate.cli;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.readygate.testing.ClusterExtension;
import dev.readygate.testing.Namespace;
import dev.readygate.testing.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/start/five-minutes.md print the output that the page shows. */
@ExtendWith(ClusterExtension.class)
class FiveMinutesIT {
    private static final Path PAGE = Path.of("docs", "start", "five-minutes.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```console\\n(.*?)^```$");

    @TempDir
    private Path folder;

    /** A command with its continuation lines, and the shown part of its output. */
    private record ShownLine(String typed, List<String> printed) {}

    @Test
    void areAsThePageSays(Namespace shop) throws IOException {
        var terminal = Terminal.in(shop, folder);
        Files.createSymbolicLink(
                folder.resolve("standards"), Path.of("standards").toAbsolutePath());
        shop.deploy("cart", Release.good("v1"));
        var shown = shown();
        assertThat(shown).hasSize(4);

        shown.forEach(it -> {
            var line = it.typed().replace("-n shop", "-n " + shop.name());
            await(line).untilAsserted(() -> {
                var result = terminal.type(line);
                Files.writeString(Path.of("target", "five-minutes.txt"), result.output());
                assertThat(result.code()).as(line + ": " + result.errors()).isZero();
                assertThat(result.output().lines()).containsAll(it.printed());
            });
        });
        assertThat(shown.getLast().printed()).isNotEmpty();
    }

    private static List<ShownLine> shown() throws IOException {
        return BLOCK.matcher(Files.readString(PAGE))
                .results()
                .flatMap(it -> commands(it.group(1)).stream())
                .toList();
    }

    private static List<ShownLine> commands(String block) {
        var commands = new ArrayList<ShownLine>();
        for (var part : block.split("(?m)^\\$ ")) {
            if (!part.isBlank()) {
                commands.add(part.contains("<<EOF") ? new ShownLine(part, List.of()) : oneLine(part));
            }
        }
        return commands;
    }

    private static ShownLine oneLine(String part) {
        var lines = part.lines().toList();
        return new ShownLine(
                lines.getFirst(),
                lines.stream()
                        .skip(1)
                        .filter(not(String::isBlank))
                        .filter(not("..."::equals))
                        .toList());
    }
}
