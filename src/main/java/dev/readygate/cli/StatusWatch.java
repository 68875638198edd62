package dev.readygate.cli;

import dev.readygate.api.v1alpha1.ReadinessReport;
import dev.readygate.cli.text.StatusTable;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A line for each change, until somebody interrupts. */
final class StatusWatch implements ResourceEventHandler<ReadinessReport> {
    private final StatusCommand command;
    private final Session session;

    StatusWatch(StatusCommand command, Session session) {
        this.command = command;
        this.session = session;
    }

    int run() {
        try (var _ = command.chosen(session).inform(this)) {
            new CountDownLatch(1).await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return ClusterVerb.DONE;
    }

    @Override
    public void onAdd(ReadinessReport report) {
        // The table has it already.
    }

    @Override
    public void onUpdate(ReadinessReport before, ReadinessReport report) {
        if (command.isMeant(report)) {
            var lines = new StatusTable(command.look(), Instant.now()).text(List.of(StatusCommand.listed(report)));
            command.say(lines.substring(lines.indexOf('\n') + 1));
        }
    }

    @Override
    public void onDelete(ReadinessReport report, boolean unknown) {
        command.say("%s is not met by a policy any more."
                .formatted(report.getMetadata().getName()));
    }
}
