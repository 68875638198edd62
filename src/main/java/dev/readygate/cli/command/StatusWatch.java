package dev.readygate.cli.command;

import dev.readygate.api.v1alpha1.ReadinessReport;
import dev.readygate.cli.cluster.Session;
import dev.readygate.cli.text.Columns;
import dev.readygate.cli.text.StatusTable;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** Prints a line for each change, until the user interrupts. */
final class StatusWatch implements ResourceEventHandler<ReadinessReport> {
    private final StatusCommand command;
    private final Session session;
    private final Columns columns;

    /** @param columns the widths of the table that was printed before */
    StatusWatch(StatusCommand command, Session session, Columns columns) {
        this.command = command;
        this.session = session;
        this.columns = columns;
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
        // The table already has it.
    }

    @Override
    public void onUpdate(ReadinessReport before, ReadinessReport report) {
        if (command.isMeant(report)) {
            command.say(new StatusTable(command.look(), Instant.now(), columns).line(StatusCommand.listed(report)));
        }
    }

    @Override
    public void onDelete(ReadinessReport report, boolean unknown) {
        command.say("%s is not met by a policy any more."
                .formatted(report.getMetadata().getName()));
    }
}
