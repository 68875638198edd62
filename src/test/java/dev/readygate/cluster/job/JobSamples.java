package dev.readygate.cluster.job;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;

/** Jobs as the API server returns them. */
final class JobSamples {
    private JobSamples() {}

    /** @param end the condition that is true, if the Job has ended */
    static Job job(String name, String end, String reason) {
        var job = new JobBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("shop")
                .withUid("uid-" + name)
                .endMetadata()
                .withNewStatus();
        if (end != null) {
            job.addNewCondition()
                    .withType(end)
                    .withStatus("True")
                    .withReason(reason)
                    .endCondition();
        }
        return job.endStatus().build();
    }
}
