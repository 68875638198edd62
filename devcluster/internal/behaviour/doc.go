// Package behaviour reads, from a pod's annotations and environment, what its simulated program does.
//
//   - Ports: the declared TCP ports of all containers, or 8080. One named grpc or grpc-… speaks gRPC (health service only), the
//     others HTTP.
//   - Routes: a path itself goes before /beginning*, a longer beginning before a shorter one; * is every path. The body defaults
//     to {"status":"UP"} below 400 and {"status":"DOWN"} from there. errors=5% answers exactly every twentieth request with 500.
//     The header Sim-Pod names the pod.
//   - Readiness: a container is ready when its program has started and its readiness probe passes. HTTP, gRPC and TCP probes are
//     answered from the annotations without a request; initialDelaySeconds and timeoutSeconds count, period and thresholds do
//     not: a change is seen at once. Unlike under a kubelet a container without a probe is not ready before it has started.
//     Conditions set by others stay, and a readiness gate counts at once. Liveness probes are not simulated.
//   - /metrics on the HTTP ports, unless a route names it: http_server_request_duration_seconds (histogram; labels
//     http_request_method, http_response_status_code, http_route) and http_requests_total (label code), of requests really
//     served and of synthetic ones, which have the route /. Synthetic traffic flows while the pod is Ready, as through a Service,
//     or always; one request in fifty takes p99. A restart begins at zero.
//   - Crash: CrashLoopBackOff between runs, with a pause of backoff that doubles up to 30 s, or what was left of it when the
//     annotation is removed. Pods that are not restarted, such as those of Jobs, complete at once, or fail with crash.
//   - What cannot be read keeps the container waiting, with CreateContainerConfigError and the reason.
package behaviour
