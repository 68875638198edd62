package dev.readygate.cluster.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.facts.JobRun;
import dev.readygate.facts.JobState;
import dev.readygate.facts.JobState.JobRunning;
import dev.readygate.facts.JobState.NotRun;
import dev.readygate.facts.JobState.Succeeded;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobListBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient
class JobRunsTest {
    private static final String JOBS = "/apis/batch/v1/namespaces/shop/jobs";
    private static final String SMOKE = JOBS + "/smoke-1";
    private static final JobRun ONCE = run(false);

    KubernetesMockServer server;
    KubernetesClient client;

    /** The client's own retries are not under test, and take long. */
    @BeforeEach
    void doNotRetry() {
        client.getConfiguration().setRequestRetryBackoffLimit(0);
    }

    @Test
    void aRunThatIsThereIsNotStartedAgain() throws InterruptedException {
        isThere(SMOKE, JobSamples.job("smoke-1", null, ""));
        assertThat(look()).isEqualTo(new JobRunning("smoke-1"));
        assertThat(requests()).containsExactly("GET " + SMOKE);
    }

    @Test
    void oneThatIsNotThereIsStarted() throws InterruptedException {
        server.expect().get().withPath(SMOKE).andReturn(404, "").always();
        server.expect()
                .post()
                .withPath(JOBS)
                .andReturn(201, JobSamples.job("smoke-1", null, ""))
                .always();
        assertThat(look()).isEqualTo(new JobRunning("smoke-1"));
        assertThat(server.takeRequest().getMethod()).isEqualTo("GET");
        var started = Serialization.unmarshal(server.takeRequest().getUtf8Body(), Job.class);
        assertThat(started.getMetadata().getOwnerReferences())
                .singleElement()
                .satisfies(it -> assertThat(it.getUid()).isEqualTo("uid-v2"));
        assertThat(started.getSpec().getTemplate().getSpec().getRestartPolicy()).isEqualTo("Never");
    }

    /** Another operator started it, or this one before a crash. */
    @Test
    void aRunThatAnotherClientStartedIsRunning() {
        server.expect().get().withPath(SMOKE).andReturn(404, "").always();
        server.expect().post().withPath(JOBS).andReturn(409, "").always();
        assertThat(look()).isEqualTo(new JobRunning("smoke-1"));
    }

    @Test
    void theEndOfTheLastRunCountsUntilThisOneHasEnded() {
        isThere(SMOKE, JobSamples.job("smoke-1", null, ""));
        areThere(JobSamples.job("smoke-1", null, ""), JobSamples.job("smoke-0", "Complete", ""));
        assertThat(lookAgain()).isEqualTo(new Succeeded("smoke-0"));
    }

    @Test
    void startingARunDeletesThoseBeforeTheLast() throws InterruptedException {
        isNotThereAndCanBeStarted();
        areThere(
                created("10:00", JobSamples.job("older", "Complete", "")),
                created("11:00", JobSamples.job("last", "Complete", "")));
        server.expect().delete().withPath(JOBS + "/older").andReturn(200, "").once();
        assertThat(lookAgain()).isEqualTo(new Succeeded("last"));
        assertThat(requests())
                .filteredOn(it -> !it.startsWith("GET"))
                .containsExactly("POST " + JOBS, "DELETE " + JOBS + "/older");
    }

    @Test
    void noRunIsStartedBesideOneThatHasNotEnded() throws InterruptedException {
        isNotThereAndCanBeStarted();
        areThere(JobSamples.job("smoke-0", null, ""));
        assertThat(lookAgain()).isEqualTo(new JobRunning("smoke-0"));
        assertThat(requests()).noneMatch(it -> it.startsWith("POST"));
    }

    @Test
    void theLastStateCountsWhileTheApiServerIsAway() {
        server.expect()
                .get()
                .withPath(SMOKE)
                .andReturn(200, JobSamples.job("smoke-1", "Complete", ""))
                .once();
        server.expect().get().withPath(SMOKE).andReturn(504, "").always();
        var runs = runs(true, true);
        assertThat(runs.look("shop", ONCE)).isEqualTo(new Succeeded("smoke-1"));
        assertThat(runs.look("shop", ONCE)).isEqualTo(new Succeeded("smoke-1"));
        assertThat(look()).isInstanceOf(NotRun.class);
    }

    @Test
    void aRefusalNamesFieldsAndNoValues() {
        server.expect().get().withPath(SMOKE).andReturn(404, "").always();
        var refusal = new StatusBuilder()
                .withMessage("Job is invalid: env s3cret")
                .withNewDetails()
                .addNewCause("spec.template.spec.containers[0].image", "Required value: s3cret", "FieldValueRequired")
                .endDetails()
                .build();
        server.expect().post().withPath(JOBS).andReturn(422, refusal).always();
        assertThat(look())
                .isEqualTo(
                        new NotRun(
                                "the Job smoke-1 is refused by the API server: spec.template.spec.containers[0].image (FieldValueRequired)"));
    }

    @Test
    void withoutTheRightItSaysSo() {
        server.expect().get().withPath(SMOKE).andReturn(403, "").always();
        assertThat(look()).asString().contains("may not be run by the operator");
    }

    @Test
    void nothingIsRunWhereTheInstallationSaysSo() {
        assertThat(runs(false, true).look("shop", ONCE)).asString().contains("switched off in this installation");
        assertThat(server.getRequestCount()).isZero();
    }

    private void isNotThereAndCanBeStarted() {
        server.expect().get().withPath(SMOKE).andReturn(404, "").always();
        server.expect()
                .post()
                .withPath(JOBS)
                .andReturn(201, JobSamples.job("smoke-1", null, ""))
                .always();
    }

    private void areThere(Job... series) {
        var all = new JobListBuilder().withItems(series).build();
        isThere(JOBS + "?labelSelector=readygate.dev%2Fjob%3Dabc", all);
    }

    private JobState lookAgain() {
        return runs(true, true).look("shop", run(true));
    }

    private static Job created(String time, Job job) {
        return new JobBuilder(job)
                .editMetadata()
                .withCreationTimestamp("2026-03-01T%s:00Z".formatted(time))
                .endMetadata()
                .build();
    }

    private void isThere(String path, Object what) {
        server.expect().get().withPath(path).andReturn(200, what).always();
    }

    private List<String> requests() throws InterruptedException {
        var all = new ArrayList<String>();
        for (int i = server.getRequestCount(); i > 0; i--) {
            var request = server.takeRequest();
            all.add(request.getMethod() + " " + request.getPath());
        }
        return all;
    }

    private JobState look() {
        return runs(true, true).look("shop", ONCE);
    }

    private JobRuns runs(boolean allowed, boolean logsShown) {
        return new JobRuns(client, allowed, new JobLogs(client, logsShown));
    }

    private static JobRun run(boolean again) {
        var manifest = """
                {"metadata": {"name": "smoke-1"}, "spec": {"template": {"spec": {"containers": []}}}}""";
        return new JobRun("smoke-1", again, "abc", new JobRun.JobOwner("cart-v2", "uid-v2"), manifest);
    }
}
