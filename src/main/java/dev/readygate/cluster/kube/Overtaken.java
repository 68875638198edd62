package dev.readygate.cluster.kube;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;

/** The cluster had moved on before our write came; nothing was overwritten, and a fresh look is due. */
public final class Overtaken {
    private Overtaken() {}

    /** The object has another version by now, another identity, or is gone. */
    public static boolean by(KubernetesClientException refused) {
        return refused.getCode() == HttpURLConnection.HTTP_CONFLICT
                || refused.getCode() == HttpURLConnection.HTTP_NOT_FOUND;
    }

    /** @return whether it was written; any other refusal is thrown */
    public static boolean wentThrough(Runnable write) {
        try {
            write.run();
            return true;
        } catch (KubernetesClientException refused) {
            if (by(refused)) {
                return false;
            }
            throw refused;
        }
    }

    /** As the API server would refuse it, where we see it ourselves. */
    public static KubernetesClientException because(String what) {
        return new KubernetesClientException(what, HttpURLConnection.HTTP_CONFLICT, null);
    }
}
