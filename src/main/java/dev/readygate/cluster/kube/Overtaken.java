package dev.readygate.cluster.kube;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;

/** A write came too late: the object had changed, so nothing was overwritten and the next reconcile decides anew. */
public final class Overtaken {
    private Overtaken() {}

    /** The object has another resourceVersion or UID by now, or is gone. */
    public static boolean by(KubernetesClientException refused) {
        return refused.getCode() == HttpURLConnection.HTTP_CONFLICT
                || refused.getCode() == HttpURLConnection.HTTP_NOT_FOUND;
    }

    /** @return false on a conflict or if the object is gone; any other error is thrown */
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

    /** The conflict that the API server would answer, for when the operator sees it first. */
    public static KubernetesClientException because(String what) {
        return new KubernetesClientException(what, HttpURLConnection.HTTP_CONFLICT, null);
    }
}
