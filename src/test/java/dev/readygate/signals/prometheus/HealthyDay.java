package dev.readygate.signals.prometheus;

import java.time.Instant;
import java.util.List;

/**
 * More than an hour of a healthy service: shop/cart, two pods in two zones, with all series that the shipped
 * standards query.
 */
record HealthyDay(Instant now) {
    private static final int STEP = 30;
    private static final int HISTORY = 5400;
    private static final List<String> PODS = List.of("cart-7c9d6b5f4b-x2x9z", "cart-7c9d6b5f4b-b7c8d");

    private interface DayValue {
        double at(long seconds);
    }

    String text() {
        var text = new StringBuilder();
        requests(text, "http_server_request_duration_seconds", ",http_response_status_code=\"200\",http_route=\"/\"");
        requests(text, "db_client_operation_duration_seconds", "");
        ofPods(text, "counter", "deliveries_total", "", since -> since * 2.0);
        ofPods(text, "counter", "deliveries_succeeded_total", "", since -> since * 1.98);
        ofPods(text, "counter", "kube_pod_container_status_restarts_total", ",container=\"cart\"", since -> 0);
        ofPods(text, "counter", "container_cpu_usage_seconds_total", ",container=\"cart\"", since -> since * 0.05);
        ofPods(text, "gauge", "up", "", since -> 1);
        ofPods(text, "gauge", "kube_pod_container_resource_requests", ",resource=\"cpu\"", since -> 0.1);
        ofPods(
                text,
                "gauge",
                "kube_pod_container_resource_limits",
                ",container=\"cart\",resource=\"memory\"",
                it -> 2e8);
        ofPods(text, "gauge", "container_memory_working_set_bytes", ",container=\"cart\"", since -> 1e8);
        ofPods(text, "gauge", "last_success_timestamp_seconds", "", since -> now.getEpochSecond() - 60.0);
        type(text, "gauge", "kube_pod_info");
        series(text, "kube_pod_info{namespace=\"shop\",pod=\"%s\",node=\"a\"}".formatted(PODS.getFirst()), it -> 1);
        series(text, "kube_pod_info{namespace=\"shop\",pod=\"%s\",node=\"b\"}".formatted(PODS.getLast()), it -> 1);
        gauge(text, "kube_node_labels", "node=\"a\",label_topology_kubernetes_io_zone=\"north\"", 1);
        series(text, "kube_node_labels{node=\"b\",label_topology_kubernetes_io_zone=\"south\"}", it -> 1);
        gauge(text, "kube_deployment_status_replicas_available", "namespace=\"shop\",deployment=\"cart\"", 2);
        gauge(text, "kube_deployment_spec_replicas", "namespace=\"shop\",deployment=\"cart\"", 2);
        var autoscaler = "namespace=\"shop\",horizontalpodautoscaler=\"cart\"";
        gauge(text, "kube_horizontalpodautoscaler_status_current_replicas", autoscaler, 2);
        gauge(text, "kube_horizontalpodautoscaler_spec_max_replicas", autoscaler, 10);
        gauge(text, "probe_success", "instance=\"cart\"", 1);
        gauge(text, "ALERTS", "alertname=\"Watchdog\",alertstate=\"firing\"", 1);
        return text.append("# EOF\n").toString();
    }

    private void requests(StringBuilder text, String name, String labels) {
        type(text, "histogram", name);
        for (var pod : PODS) {
            var own = "namespace=\"shop\",pod=\"%s\"%s".formatted(pod, labels);
            for (var bound : List.of("0.05", "0.5", "+Inf")) {
                series(text, "%s_bucket{%s,le=\"%s\"}".formatted(name, own, bound), since -> since * 10.0);
            }
            series(text, "%s_count{%s}".formatted(name, own), since -> since * 10.0);
            series(text, "%s_sum{%s}".formatted(name, own), since -> since * 0.3);
        }
    }

    private void ofPods(StringBuilder text, String type, String name, String labels, DayValue value) {
        type(text, type, name.replaceFirst("_total$", ""));
        PODS.forEach(it -> series(text, "%s{namespace=\"shop\",pod=\"%s\"%s}".formatted(name, it, labels), value));
    }

    private void gauge(StringBuilder text, String name, String labels, double value) {
        type(text, "gauge", name);
        series(text, "%s{%s}".formatted(name, labels), since -> value);
    }

    private static void type(StringBuilder text, String type, String name) {
        text.append("# TYPE %s %s\n".formatted(name, type));
    }

    private void series(StringBuilder text, String series, DayValue value) {
        for (long since = 0; since <= HISTORY; since += STEP) {
            text.append("%s %s %d\n".formatted(series, value.at(since), now.getEpochSecond() - HISTORY + since));
        }
    }
}
