package simnode

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/netip"
	"syscall"
	"testing"

	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/intstr"
	"k8s.io/client-go/tools/cache"
)

const podPort = 18080

// answering is a Ready pod that says its own name to whoever connects.
func answering(t *testing.T, name, address string) *v1.Pod {
	t.Helper()
	listener, err := net.Listen("tcp", fmt.Sprintf("%s:%d", address, podPort))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	go func() {
		for {
			connection, err := listener.Accept()
			if err != nil {
				return
			}
			_, _ = io.WriteString(connection, name)
			_ = connection.Close()
		}
	}()
	return &v1.Pod{
		ObjectMeta: metav1.ObjectMeta{Name: name, Namespace: "shop", Labels: map[string]string{"app": "cart"}},
		Spec:       v1.PodSpec{Containers: []v1.Container{{Ports: []v1.ContainerPort{{Name: "http", ContainerPort: podPort}}}}},
		Status: v1.PodStatus{PodIP: address, Conditions: []v1.PodCondition{
			{Type: v1.PodReady, Status: v1.ConditionTrue},
		}},
	}
}

func service(address string, port int32) *v1.Service {
	return &v1.Service{
		ObjectMeta: metav1.ObjectMeta{Name: "cart", Namespace: "shop"},
		Spec: v1.ServiceSpec{
			ClusterIP: address, Selector: map[string]string{"app": "cart"},
			Ports: []v1.ServicePort{{Port: port, Protocol: v1.ProtocolTCP, TargetPort: intstr.FromString("http")}},
		},
	}
}

func proxyTo(t *testing.T, pods ...*v1.Pod) (*proxy, cache.Store) {
	t.Helper()
	store := cache.NewStore(cache.MetaNamespaceKeyFunc)
	for _, pod := range pods {
		if err := store.Add(pod); err != nil {
			t.Fatal(err)
		}
	}
	p := newProxy(store)
	t.Cleanup(p.stop)
	return p, store
}

func asked(address string) string {
	connection, err := net.Dial("tcp", address)
	switch {
	case errors.Is(err, syscall.ECONNREFUSED):
		return "refused"
	case errors.Is(err, syscall.ECONNRESET): // the other side was faster than we
		return "reset"
	case err != nil:
		return err.Error()
	}
	defer func() { _ = connection.Close() }()
	answer, err := io.ReadAll(connection)
	if err != nil {
		return "reset"
	}
	return string(answer)
}

func TestReadyPodsBehindAServiceTakeTurns(t *testing.T) {
	p, _ := proxyTo(t, answering(t, "a", "127.0.73.1"), answering(t, "b", "127.0.73.2"))
	p.show([]*v1.Service{service("127.0.73.100", 18081)})
	if got := asked("127.0.73.100:18081") + asked("127.0.73.100:18081") + asked("127.0.73.100:18081"); got != "aba" {
		t.Errorf("got answers of %q", got)
	}
}

func TestPodsThatAreNotReadyOrNotSelectedAreNotAsked(t *testing.T) {
	unready, stranger, foreigner := answering(t, "u", "127.0.73.1"), answering(t, "s", "127.0.73.2"), answering(t, "f", "127.0.73.3")
	unready.Status.Conditions[0].Status = v1.ConditionFalse
	stranger.Labels["app"] = "other"
	foreigner.Namespace = "elsewhere"
	p, _ := proxyTo(t, unready, stranger, foreigner)
	p.show([]*v1.Service{service("127.0.73.100", 18081)})
	if got := asked("127.0.73.100:18081"); got != "reset" {
		t.Errorf("got %q", got)
	}
}

func TestAPodThatTurnsReadyIsAskedAtOnce(t *testing.T) {
	p, pods := proxyTo(t)
	p.show([]*v1.Service{service("127.0.73.100", 18081)})
	if err := pods.Add(answering(t, "a", "127.0.73.1")); err != nil {
		t.Fatal(err)
	}
	if got := asked("127.0.73.100:18081"); got != "a" {
		t.Errorf("got %q", got)
	}
}

func TestAServiceThatIsGoneIsClosed(t *testing.T) {
	p, _ := proxyTo(t, answering(t, "a", "127.0.73.1"))
	p.show([]*v1.Service{service("127.0.73.100", 18081)})
	p.show(nil)
	if got := asked("127.0.73.100:18081"); got != "refused" {
		t.Errorf("got %q", got)
	}
}

func TestAServiceWithoutSelectorOrAddressLeadsNowhere(t *testing.T) {
	bare, headless := service("127.0.73.100", 18081), service(v1.ClusterIPNone, 18081)
	bare.Spec.Selector = nil
	all := map[netip.AddrPort]*behind{}
	fronts(bare, all)
	fronts(headless, all)
	if len(all) != 0 {
		t.Errorf("got %d ports", len(all))
	}
}
