package dev.readygate.cli.check;

import java.util.stream.Stream;

/** Fills in a volume as the API server would store it. */
final class VolumeDefaults {
    private static final long MODE = 0644;
    private static final long TOKEN_LASTS = 3600;

    private VolumeDefaults() {}

    static void fillIn(Fields volume) {
        if (volume.node().size() == 1) {
            volume.in("emptyDir");
        }
        Stream.of("secret", "configMap", "downwardAPI", "projected")
                .flatMap(volume::there)
                .forEach(it -> it.or("defaultMode", MODE));
        volume.there("emptyDir").forEach(it -> it.dropIfZero("medium").quantity("sizeLimit"));
        volume.there("hostPath").forEach(it -> it.or("type", ""));
        Stream.of("downwardAPI").flatMap(volume::there).forEach(VolumeDefaults::items);
        volume.there("projected").flatMap(it -> it.each("sources")).forEach(VolumeDefaults::source);
        volume.there("ephemeral").flatMap(it -> it.there("volumeClaimTemplate")).forEach(VolumeDefaults::claim);
    }

    private static void claim(Fields template) {
        template.in("metadata");
        DeploymentDefaults.resources(template.in("spec").or("volumeMode", "Filesystem"));
    }

    private static void source(Fields source) {
        source.there("serviceAccountToken").forEach(it -> it.or("expirationSeconds", TOKEN_LASTS));
        source.there("downwardAPI").forEach(VolumeDefaults::items);
    }

    private static void items(Fields downward) {
        downward.each("items").flatMap(it -> it.there("fieldRef")).forEach(it -> it.or("apiVersion", "v1"));
    }
}
