package dev.readygate.cli.command;

import dev.readygate.cli.cluster.Session;
import dev.readygate.cli.command.StatusCommand.StatusOutput;

/** A part of a report, unchanged, for programs. */
final class Printed {
    private Printed() {}

    static String of(Session session, Object part, StatusOutput form) {
        var serialization = session.client().getKubernetesSerialization();
        return form == StatusOutput.json ? serialization.asJson(part) : serialization.asYaml(part);
    }
}
