package simnode

import (
	"testing"

	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/intstr"

	"readygate.dev/devcluster/internal/behaviour"
	"readygate.dev/devcluster/internal/podserver"
)

func TestReadinessProbeIsAnsweredLikeTheSocketWould(t *testing.T) {
	http := func(path string, port intstr.IntOrString) v1.ProbeHandler {
		return v1.ProbeHandler{HTTPGet: &v1.HTTPGetAction{Path: path, Port: port}}
	}
	named := intstr.FromString("http")
	for name, c := range map[string]struct {
		says  string
		probe v1.ProbeHandler
		want  bool
	}{
		"path that is up":      {"/health 200", http("/health", named), true},
		"path that is down":    {"/health 503", http("/health?full=1", named), false},
		"another path is down": {"/live 503", http("/health", named), true},
		"redirect":             {"/health 302", http("/health", intstr.FromInt32(8080)), true},
		"slower than timeout":  {"/health 200 latency=1s", http("/health", named), false},
		"only errors":          {"/health 200 errors=100%", http("/health", named), false},
		"port nobody opened":   {"", http("/health", intstr.FromInt32(9999)), false},
		"grpc":                 {"", v1.ProbeHandler{GRPC: &v1.GRPCAction{Port: 9000}}, true},
		"tcp":                  {"", v1.ProbeHandler{TCPSocket: &v1.TCPSocketAction{Port: intstr.FromString("gone")}}, false},
		"exec":                 {"", v1.ProbeHandler{Exec: &v1.ExecAction{}}, true},
	} {
		container := v1.Container{
			Ports:          []v1.ContainerPort{{Name: "http", ContainerPort: 8080}, {Name: "grpc", ContainerPort: 9000}},
			ReadinessProbe: &v1.Probe{ProbeHandler: c.probe},
		}
		pod := &v1.Pod{
			ObjectMeta: metav1.ObjectMeta{Annotations: map[string]string{behaviour.Prefix + "http": c.says}},
			Spec:       v1.PodSpec{Containers: []v1.Container{container}},
		}
		b, err := behaviour.Of(pod)
		if err != nil {
			t.Fatal(err)
		}
		if got := passes(&container, b, podserver.PortsOf(pod)); got != c.want {
			t.Errorf("%s: got %v", name, got)
		}
	}
}

func TestImageIDDependsOnTheNameAlone(t *testing.T) {
	for image, want := range map[string]string{
		"cart:1":                      "cart@sha256:" + digest("cart:1"),
		"registry:5000/shop/cart:1":   "registry:5000/shop/cart@sha256:" + digest("registry:5000/shop/cart:1"),
		"registry:5000/shop/cart":     "registry:5000/shop/cart@sha256:" + digest("registry:5000/shop/cart"),
		"cart:1@sha256:0123456789abc": "cart:1@sha256:0123456789abc",
	} {
		if got := imageID(image, ""); got != want {
			t.Errorf("%s: got %s", image, got)
		}
	}
	if got := imageID("cart:1", "sha256:other"); got != "cart@sha256:other" {
		t.Errorf("override: got %s", got)
	}
}
