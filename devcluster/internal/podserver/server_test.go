package podserver

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"testing"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/health/grpc_health_v1"
	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

	"readygate.dev/devcluster/internal/behaviour"
)

func saying(t *testing.T, annotations map[string]string) *behaviour.Behaviour {
	t.Helper()
	prefixed := map[string]string{}
	for name, value := range annotations {
		prefixed[behaviour.Prefix+name] = value
	}
	b, err := behaviour.Of(&v1.Pod{ObjectMeta: metav1.ObjectMeta{Annotations: prefixed}})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// start serves on a port the system chooses, and returns its address.
func start(t *testing.T, grpc bool, b *behaviour.Behaviour) (*Server, string) {
	t.Helper()
	listeners, err := Listen(netip.MustParseAddr("127.0.0.1"), []Port{{GRPC: grpc}})
	if err != nil {
		t.Fatal(err)
	}
	server := Start("shop/cart-1", listeners, b)
	t.Cleanup(server.Close)
	return server, append(listeners.http, listeners.grpc...)[0].Addr().String()
}

func get(t *testing.T, url string) (int, string) {
	t.Helper()
	response, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(body)
}

func TestAnswersFollowTheBehaviourAtOnce(t *testing.T) {
	server, address := start(t, false, saying(t, nil))
	if status, body := get(t, "http://"+address+"/health"); status != 200 || body != `{"status":"UP"}` {
		t.Errorf("got %d %s", status, body)
	}
	server.Apply(saying(t, map[string]string{"http": `/health 503 {"why":"db"}`}), true)
	if status, body := get(t, "http://"+address+"/health"); status != 503 || body != `{"why":"db"}` {
		t.Errorf("after the change: got %d %s", status, body)
	}
}

func TestErrorsComeInExactlyTheShareThatWasAsked(t *testing.T) {
	_, address := start(t, false, saying(t, map[string]string{"http": "/pay 201 errors=10%"}))
	counts := map[int]int{}
	for range 100 {
		status, _ := get(t, "http://"+address+"/pay")
		counts[status]++
	}
	if counts[201] != 90 || counts[500] != 10 {
		t.Errorf("got %v", counts)
	}
}

func TestMetricsCountWhatWasServed(t *testing.T) {
	_, address := start(t, false, saying(t, map[string]string{"http": "/pay 503"}))
	get(t, "http://"+address+"/pay")
	get(t, "http://"+address+"/pay")
	get(t, "http://"+address+"/other")
	_, metrics := get(t, "http://"+address+"/metrics")
	for _, line := range []string{
		`http_server_request_duration_seconds_count{http_request_method="GET",http_response_status_code="503",http_route="/pay"} 2`,
		`http_requests_total{code="200"} 1`,
		`http_requests_total{code="503"} 2`,
	} {
		if !strings.Contains(metrics, line+"\n") {
			t.Errorf("no %s in\n%s", line, metrics)
		}
	}
}

func TestGRPCHealthFollowsTheBehaviour(t *testing.T) {
	server, address := start(t, true, saying(t, map[string]string{"grpc": "cart=NOT_SERVING"}))
	connection, err := grpc.NewClient(address, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		t.Fatal(err)
	}
	defer connection.Close()
	expect := func(service, want string) {
		t.Helper()
		request := &grpc_health_v1.HealthCheckRequest{Service: service}
		answer, err := grpc_health_v1.NewHealthClient(connection).Check(context.Background(), request)
		if err != nil || answer.Status.String() != want {
			t.Errorf("%q: got %v, %v", service, answer, err)
		}
	}
	expect("", "SERVING")
	expect("cart", "NOT_SERVING")
	server.Apply(saying(t, map[string]string{"grpc": "NOT_SERVING,cart=SERVING"}), true)
	expect("", "NOT_SERVING")
	expect("cart", "SERVING")
}

func TestSyntheticTrafficFlowsWhileThePodIsReady(t *testing.T) {
	m, traffic := metrics{}, behaviour.Traffic{PerSecond: 100, ErrorShare: 0.05, Latency: 30 * time.Millisecond, P99: 2 * time.Second}
	start := time.Unix(1000, 0)
	after := func(seconds int) time.Time { return start.Add(time.Duration(seconds) * time.Second) }
	m.flow(after(0), traffic, false)
	m.flow(after(10), traffic, true)
	m.flow(after(20), traffic, false)
	text := string(m.render(after(30)))
	for _, want := range []string{
		`http_requests_total{code="200"} 950`,
		`http_requests_total{code="500"} 50`,
		bucket("200", "0.025", 0),
		bucket("200", "0.05", 931), // 98 % of 950
		bucket("200", "2.5", 950),
	} {
		if !strings.Contains(text, want+"\n") {
			t.Errorf("no %s in\n%s", want, text)
		}
	}
}

func bucket(status, bound string, count int) string {
	return fmt.Sprintf(`http_server_request_duration_seconds_bucket{http_request_method="GET",`+
		`http_response_status_code="%s",http_route="/",le="%s"} %d`, status, bound, count)
}

func TestPodListensOnItsDeclaredTCPPortsOr8080(t *testing.T) {
	silent := &v1.Pod{Spec: v1.PodSpec{Containers: []v1.Container{{}}}}
	if got := PortsOf(silent); !slices.Equal(got, []Port{{Number: 8080}}) {
		t.Errorf("got %v", got)
	}
	first := []v1.ContainerPort{{ContainerPort: 80}, {ContainerPort: 53, Protocol: v1.ProtocolUDP}, {Name: "grpc", ContainerPort: 9000}}
	second := []v1.ContainerPort{{ContainerPort: 80}}
	pod := &v1.Pod{Spec: v1.PodSpec{Containers: []v1.Container{{Ports: first}, {Ports: second}}}}
	if got := PortsOf(pod); !slices.Equal(got, []Port{{Number: 80}, {Number: 9000, GRPC: true}}) {
		t.Errorf("got %v", got)
	}
}

func TestListenOpensAllPortsOrNone(t *testing.T) {
	loopback := netip.MustParseAddr("127.0.0.1")
	taken, err := Listen(loopback, []Port{{}})
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	port := uint16(netip.MustParseAddrPort(taken.http[0].Addr().String()).Port())
	if _, err := Listen(loopback, []Port{{}, {Number: port}}); err == nil {
		t.Error("a port that is taken was opened")
	}
}
