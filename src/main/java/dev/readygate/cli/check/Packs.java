package dev.readygate.cli.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.readygate.api.v1alpha1.CheckSpec;
import dev.readygate.api.v1alpha1.ManifestCheck.ManifestPack;
import dev.readygate.checks.manifest.Pack;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The named packs, without the rules that the user skips. */
public record Packs(List<ManifestPack> packs, Set<String> skipped) {
    public static final Packs NONE = new Packs(List.of(), Set.of());

    public Packs {
        packs = List.copyOf(packs);
        skipped = Set.copyOf(skipped);
    }

    public static Packs of(List<String> names, Set<String> skipped) {
        return new Packs(names.stream().map(Packs::named).distinct().toList(), skipped);
    }

    public static Packs all(Set<String> skipped) {
        return new Packs(List.of(ManifestPack.values()), skipped);
    }

    private static ManifestPack named(String name) {
        return Arrays.stream(ManifestPack.values())
                .filter(it -> Pack.of(it).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnreadableInput("there is no pack %s; there are %s".formatted(name, names())));
    }

    public static String names() {
        return Arrays.stream(ManifestPack.values())
                .map(it -> Pack.of(it).name())
                .collect(Collectors.joining(", "));
    }

    /** Each pack as a check. */
    List<CheckSpec> checks() {
        skipped.stream()
                .filter(it -> packs.stream().noneMatch(pack -> has(pack, it)))
                .findFirst()
                .ifPresent(it -> {
                    throw new UnreadableInput("--skip names %s, which is no rule of these packs".formatted(it));
                });
        return packs.stream().map(this::check).toList();
    }

    private static boolean has(ManifestPack pack, String rule) {
        return Pack.of(pack).rules().stream().anyMatch(it -> it.name().equals(rule));
    }

    private CheckSpec check(ManifestPack pack) {
        var name = Pack.of(pack).name();
        var written = JsonNodeFactory.instance.objectNode().put("name", name).put("required", true);
        var manifest = written.putObject("manifest").put("pack", name);
        var skip = manifest.putArray("skip");
        skipped.stream().filter(it -> has(pack, it)).forEach(skip::add);
        return PolicyReader.check(written);
    }
}
