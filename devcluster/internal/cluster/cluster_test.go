package cluster

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	appsv1 "k8s.io/api/apps/v1"
	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/apimachinery/pkg/watch"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/tools/clientcmd"
	watchtools "k8s.io/client-go/tools/watch"

	"readygate.dev/devcluster/internal/session"
	"readygate.dev/devcluster/internal/supervise"
)

const (
	namespace = "default"
	gate      = "readygate.dev/verified"
)

// started runs a cluster for the length of the test.
func started(t *testing.T) session.Record {
	t.Helper()
	bin := os.Getenv("KUBEBUILDER_ASSETS")
	if bin == "" {
		t.Skip("KUBEBUILDER_ASSETS does not say where the control plane's programs are")
	}
	ctx, cancel := context.WithCancel(context.Background())
	line, out := io.Pipe()
	ended := make(chan error, 1)
	go func() {
		err := Run(ctx, supervise.NewStarter(), Options{Bin: bin, Nodes: 2, Out: out, Setup: "kubectl create namespace made-by-setup"})
		_ = out.CloseWithError(fmt.Errorf("the cluster ended: %w", err))
		ended <- err
	}()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	var record session.Record
	if err := json.NewDecoder(line).Decode(&record); err != nil {
		t.Fatal(err)
	}
	return record
}

func clientOf(t *testing.T, record session.Record) kubernetes.Interface {
	t.Helper()
	config, err := clientcmd.BuildConfigFromFlags("", record.Kubeconfig)
	if err != nil {
		t.Fatal(err)
	}
	return kubernetes.NewForConfigOrDie(config)
}

func cart() *appsv1.Deployment {
	labels := map[string]string{"app": "cart"}
	replicas := int32(3)
	return &appsv1.Deployment{
		ObjectMeta: metav1.ObjectMeta{Name: "cart"},
		Spec: appsv1.DeploymentSpec{
			Replicas: &replicas,
			Selector: &metav1.LabelSelector{MatchLabels: labels},
			Template: v1.PodTemplateSpec{
				ObjectMeta: metav1.ObjectMeta{Labels: labels},
				Spec: v1.PodSpec{
					ReadinessGates: []v1.PodReadinessGate{{ConditionType: gate}},
					Containers:     []v1.Container{{Name: "app", Image: "cart:1"}},
				},
			},
		},
	}
}

type pods struct {
	t      *testing.T
	client kubernetes.Interface
}

// until waits for a pod of the cart to become so.
func (p pods) until(what string, so func(*v1.Pod) bool) *v1.Pod {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	list, err := p.client.CoreV1().Pods(namespace).List(ctx, metav1.ListOptions{})
	if err != nil {
		p.t.Fatal(err)
	}
	for i := range list.Items {
		if so(&list.Items[i]) {
			return &list.Items[i]
		}
	}
	watched := &cache.ListWatch{WatchFuncWithContext: p.client.CoreV1().Pods(namespace).Watch}
	event, err := watchtools.Until(ctx, list.ResourceVersion, watched, func(event watch.Event) (bool, error) {
		pod, isPod := event.Object.(*v1.Pod)
		return isPod && so(pod), nil
	})
	if err != nil {
		p.t.Fatalf("no pod %s: %v", what, err)
	}
	return event.Object.(*v1.Pod)
}

func (p pods) patch(name, patch string, subresources ...string) {
	p.t.Helper()
	_, err := p.client.CoreV1().Pods(namespace).
		Patch(context.Background(), name, types.StrategicMergePatchType, []byte(patch), metav1.PatchOptions{}, subresources...)
	if err != nil {
		p.t.Fatal(err)
	}
}

func condition(pod *v1.Pod, kind v1.PodConditionType) v1.PodCondition {
	for _, c := range pod.Status.Conditions {
		if c.Type == kind {
			return c
		}
	}
	return v1.PodCondition{}
}

func TestPodsOfARealDeploymentAreReadyWhenTheirGateOpensAndServeWhatTheySay(t *testing.T) {
	client := clientOf(t, started(t))
	p := pods{t, client}
	if _, err := client.AppsV1().Deployments(namespace).Create(context.Background(), cart(), metav1.CreateOptions{}); err != nil {
		t.Fatal(err)
	}
	pod := p.until("held by its gate", func(pod *v1.Pod) bool { return condition(pod, v1.PodReady).Reason == "ReadinessGatesNotReady" })
	if condition(pod, v1.ContainersReady).Status != v1.ConditionTrue || pod.Status.Phase != v1.PodRunning {
		t.Errorf("got %+v", pod.Status)
	}
	p.patch(pod.Name, `{"status":{"conditions":[{"type":"`+gate+`","status":"True"}]}}`, "status")
	open := p.until("Ready", func(pod *v1.Pod) bool { return condition(pod, v1.PodReady).Status == v1.ConditionTrue })
	if open.Name != pod.Name || condition(open, gate).Status != v1.ConditionTrue {
		t.Errorf("got %s with %+v", open.Name, open.Status.Conditions)
	}
	expectAnswer(t, pod, 200, `{"status":"UP"}`)
	p.patch(pod.Name, `{"metadata":{"annotations":{"sim.readygate.dev/http":"/health 503","sim.readygate.dev/ready":"never"}}}`)
	p.until("unready", func(pod *v1.Pod) bool { return condition(pod, v1.PodReady).Reason == "ContainersNotReady" })
	expectAnswer(t, pod, 503, `{"status":"DOWN"}`)
	expectNamespace(t, client, "made-by-setup")
}

func expectAnswer(t *testing.T, pod *v1.Pod, status int, body string) {
	t.Helper()
	response, err := http.Get("http://" + pod.Status.PodIP + ":8080/health")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, _ := io.ReadAll(response.Body)
	if response.StatusCode != status || strings.TrimSpace(string(text)) != body {
		t.Errorf("got %d %s", response.StatusCode, text)
	}
}

func expectNamespace(t *testing.T, client kubernetes.Interface, name string) {
	t.Helper()
	if _, err := client.CoreV1().Namespaces().Get(context.Background(), name, metav1.GetOptions{}); err != nil {
		t.Error(err)
	}
}

func TestClusterThatCannotStartSaysWhy(t *testing.T) {
	err := Run(context.Background(), supervise.NewStarter(), Options{Data: t.TempDir(), Bin: t.TempDir(), Out: io.Discard})
	if err == nil || !strings.Contains(err.Error(), "no etcd in") {
		t.Errorf("got %v", err)
	}
}
