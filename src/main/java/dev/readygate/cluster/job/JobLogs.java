package dev.readygate.cluster.job;

import static java.util.Comparator.comparing;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The last lines of a failed Job's log, for reports. */
public final class JobLogs {
    private static final String JOB = "batch.kubernetes.io/job-name";
    private static final int LINES = 10;
    private static final int READ_AT_MOST = 16 << 10;
    private static final int SHOWN_AT_MOST = 1 << 10;
    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*[A-Za-z]");
    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}+");

    private final KubernetesClient client;
    private final boolean shown;

    /** @param shown whether this installation lets reports quote logs */
    public JobLogs(KubernetesClient client, boolean shown) {
        this.client = client;
        this.shown = shown;
    }

    /** The lines as the end of a sentence. */
    String lastLines(String namespace, String job) {
        if (!shown) {
            return "; its log has more (this installation does not quote logs)";
        }
        try {
            return newestPod(namespace, job)
                    .map(this::log)
                    .map(JobLogs::brief)
                    .map(it -> it.isEmpty() ? "; it wrote nothing" : "; its last lines: " + it)
                    .orElse("; its pod is gone, and its log with it");
        } catch (KubernetesClientException unreadable) {
            return "; its log could not be read, HTTP " + unreadable.getCode();
        }
    }

    private Optional<Pod> newestPod(String namespace, String job) {
        return client.pods().inNamespace(namespace).withLabel(JOB, job).list().getItems().stream()
                .max(comparing(it -> it.getMetadata().getCreationTimestamp()));
    }

    private String log(Pod pod) {
        var log = client.pods()
                .inNamespace(pod.getMetadata().getNamespace())
                .withName(pod.getMetadata().getName())
                .inContainer(container(pod))
                .limitBytes(READ_AT_MOST)
                .tailingLines(LINES)
                .getLog();
        return Optional.ofNullable(log).orElse("");
    }

    /** The failed container; the first one, if none shows a failure. */
    private static String container(Pod pod) {
        return Stream.of(
                        pod.getStatus().getInitContainerStatuses(),
                        pod.getStatus().getContainerStatuses())
                .flatMap(it -> Optional.ofNullable(it).orElse(List.of()).stream())
                .filter(JobLogs::failed)
                .map(ContainerStatus::getName)
                .findFirst()
                .orElseGet(() -> pod.getSpec().getContainers().getFirst().getName());
    }

    private static boolean failed(ContainerStatus status) {
        return Optional.ofNullable(status.getState())
                .map(it -> it.getTerminated())
                .filter(it -> it.getExitCode() != null && it.getExitCode() != 0)
                .isPresent();
    }

    /** The log on one line, without colours; only its end if it is too long. */
    static String brief(String log) {
        var lines = log.lines()
                .map(it -> UNPRINTABLE
                        .matcher(COLOURS.matcher(it).replaceAll(""))
                        .replaceAll(" ")
                        .strip())
                .filter(it -> !it.isEmpty())
                .toList();
        var last = lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                .collect(Collectors.joining(" / "));
        return last.length() <= SHOWN_AT_MOST ? last : "…" + last.substring(last.length() - SHOWN_AT_MOST + 1);
    }
}
