package dev.readygate.cluster.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.facts.JobState.Failed;
import dev.readygate.facts.JobState.JobRunning;
import dev.readygate.facts.JobState.NotRun;
import dev.readygate.facts.JobState.Succeeded;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodListBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient
class JobEndsTest {
    private static final String PODS = "/api/v1/namespaces/shop/pods";

    KubernetesMockServer server;
    KubernetesClient client;

    @Test
    void completionIsSuccess() {
        var job = JobSamples.job("smoke-1", "Complete", "");
        assertThat(ends(true).of(job)).isEqualTo(new Succeeded("smoke-1"));
    }

    @Test
    void failureQuotesTheLastLinesOfTheLog() {
        var job = JobSamples.job("smoke-1", "Failed", "BackoffLimitExceeded");
        hasAPodThatWrote("all fine\nGET /cart: 500\n");
        assertThat(ends(true).of(job))
                .isEqualTo(new Failed(
                        "smoke-1", "failed: BackoffLimitExceeded; its last lines: all fine / GET /cart: 500"));
    }

    @Test
    void aLogThatCannotBeReadIsNoError() {
        var job = JobSamples.job("smoke-1", "Failed", "BackoffLimitExceeded");
        server.expect()
                .get()
                .withPath(PODS + "?labelSelector=batch.kubernetes.io%2Fjob-name%3Dsmoke-1")
                .andReturn(403, "")
                .always();
        assertThat(ends(true).of(job))
                .isEqualTo(new Failed("smoke-1", "failed: BackoffLimitExceeded; its log could not be read, HTTP 403"));
    }

    @Test
    void logsAreNotReadWhereTheyMayNotBeShown() {
        var job = JobSamples.job("smoke-1", "Failed", "BackoffLimitExceeded");
        assertThat(ends(false).of(job).toString()).contains("does not quote logs");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aJobNeverSeenRunningHasNotFailed() {
        var job = JobSamples.job("smoke-1", "Failed", "DeadlineExceeded");
        assertThat(ends(true).of(job))
                .isInstanceOf(NotRun.class)
                .asString()
                .contains("was not seen running before its time was up");
    }

    @Test
    void longLogsAreCutToTheirEnd() {
        assertThat(JobLogs.brief("x".repeat(5000) + "end")).hasSize(1024).endsWith("end");
        assertThat(JobLogs.brief("\u001b[31mred\u001b[0m\tand\r\nblue\n\n")).isEqualTo("red and / blue");
    }

    @Test
    void aJobSeenRunningHasFailedWhenItsTimeIsUp() {
        var running = new JobBuilder(JobSamples.job("smoke-1", null, ""))
                .editStatus()
                .withReady(1)
                .endStatus()
                .build();
        hasAPodThatWrote("");
        var ends = ends(true);
        assertThat(ends.of(running)).isEqualTo(new JobRunning("smoke-1"));
        assertThat(ends.of(JobSamples.job("smoke-1", "Failed", "DeadlineExceeded")))
                .isEqualTo(new Failed("smoke-1", "ran out of time; it wrote nothing"));
    }

    @Test
    void anEndIsPutIntoWordsOnce() {
        hasAPodThatWrote("no");
        var ends = ends(true);
        var before = ends.of(JobSamples.job("smoke-1", "Failed", "BackoffLimitExceeded"));
        int requests = server.getRequestCount();
        assertThat(ends.of(JobSamples.job("smoke-1", "Failed", "BackoffLimitExceeded")))
                .isEqualTo(before);
        assertThat(server.getRequestCount()).isEqualTo(requests);
    }

    private JobEnds ends(boolean logsShown) {
        return new JobEnds(new JobLogs(client, logsShown));
    }

    private void isThere(String path, Object what) {
        server.expect().get().withPath(path).andReturn(200, what).always();
    }

    private void hasAPodThatWrote(String log) {
        var pod = new PodBuilder()
                .withNewMetadata()
                .withName("smoke-1-x")
                .withNamespace("shop")
                .withCreationTimestamp("2026-03-01T12:00:00Z")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("it")
                .endContainer()
                .endSpec()
                .withNewStatus()
                .endStatus()
                .build();
        isThere(
                PODS + "?labelSelector=batch.kubernetes.io%2Fjob-name%3Dsmoke-1",
                new PodListBuilder().withItems(pod).build());
        isThere(PODS + "/smoke-1-x/log?pretty=false&container=it&tailLines=10&limitBytes=16384", log);
    }
}
