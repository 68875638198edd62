package dev.readygate.cli;

import dev.readygate.cli.StatusCommand.Output;

/** A part of a report as it is, for programs. */
final class Printed {
    private Printed() {}

    static String of(Session session, Object part, Output form) {
        var serialization = session.client().getKubernetesSerialization();
        return form == Output.json ? serialization.asJson(part) : serialization.asYaml(part);
    }
}
