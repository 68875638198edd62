package dev.readygate.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readygate.api.v1alpha1.ReadinessReport;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fabric8.kubernetes.client.utils.YamlDumpSettingsBuilder;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;

/**
 * What takes long to get ready and every command needs: gets ready on another core while the first reads arguments and
 * kubeconfig. A command that needs none of it has ended before.
 */
final class HeadStart {
    static final KubernetesSerialization FORM = new KubernetesSerialization(
            new ObjectMapper(),
            false,
            new YamlDumpSettingsBuilder().setMinimizeQuotes(true).build());

    private HeadStart() {}

    static void begin() {
        Thread.ofPlatform().daemon().name("head-start").start(HeadStart::run);
    }

    private static void run() {
        try {
            SSLContext.getInstance("TLS").init(null, null, null);
            FORM.unmarshal("{\"metadata\": {}, \"status\": {}}", ReadinessReport.class);
        } catch (GeneralSecurityException notHere) {
            // Whoever needs it meets the same, and can say what it means.
        }
    }
}
