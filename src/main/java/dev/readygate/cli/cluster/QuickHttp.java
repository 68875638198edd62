package dev.readygate.cli.cluster;

import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpClient;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Java's HTTP client, closed at the end: its thread, asleep in the kernel, would delay the exit of the process. */
final class QuickHttp extends JdkHttpClientFactory implements AutoCloseable {
    private final Queue<HttpClient> clients = new ConcurrentLinkedQueue<>();

    @Override
    protected HttpClient.Builder createNewHttpClientBuilder() {
        return watched(super.createNewHttpClientBuilder());
    }

    private HttpClient.Builder watched(HttpClient.Builder builder) {
        return (HttpClient.Builder) Proxy.newProxyInstance(
                QuickHttp.class.getClassLoader(),
                new Class<?>[] {HttpClient.Builder.class},
                (proxy, method, values) -> {
                    try {
                        var result = method.invoke(builder, values);
                        if (result instanceof HttpClient client) {
                            clients.add(client);
                        }
                        return result == builder ? proxy : result;
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    @Override
    public void close() {
        clients.forEach(HttpClient::shutdownNow);
    }
}
