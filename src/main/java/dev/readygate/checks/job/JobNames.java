package dev.readygate.checks.job;

import dev.readygate.api.v1alpha1.JobCheck;
import dev.readygate.facts.DeploymentRef;
import dev.readygate.facts.Revision;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The names of one check's Jobs for one revision: the same after a restart, and in another operator, so that a run is
 * never repeated by accident. A check that was edited runs again.
 */
record JobNames(DeploymentRef ref, Revision revision, String check, JobCheck job) {
    /** A Job's name is a label of its pods. */
    private static final int LONGEST_NAME = 63;

    private static final int DIGITS = 12;

    String of(long index) {
        var end = "-" + digest(String.valueOf(index));
        var begin = (ref.name() + "-" + check).replaceAll("[./]", "-");
        int room = LONGEST_NAME - end.length();
        return (begin.length() <= room ? begin : begin.substring(0, room).replaceAll("-+$", "")) + end;
    }

    String series() {
        return digest("");
    }

    private String digest(String index) {
        var whole = String.join(
                "\n",
                ref.uid(),
                revision.uid(),
                check,
                job.serviceAccountName(),
                job.template().toString(),
                index);
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
