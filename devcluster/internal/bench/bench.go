// Package bench measures how many simulated pods a cluster carries.
package bench

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"time"

	appsv1 "k8s.io/api/apps/v1"
	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/wait"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/clientcmd"

	"readygate.dev/devcluster/internal/session"
	"readygate.dev/devcluster/internal/supervise"
)

const (
	namespace     = "default"
	perDeployment = 100
	asked         = 200 // of the pods are asked over HTTP at the end
)

// Load creates as many pods, waits until all are Ready, asks some of them, deletes them all, and tells how long that took.
func Load(ctx context.Context, record session.Record, pods int, out io.Writer) error {
	config, err := clientcmd.BuildConfigFromFlags("", record.Kubeconfig)
	if err != nil {
		return err
	}
	config.QPS = -1
	client, err := kubernetes.NewForConfig(config)
	if err != nil {
		return err
	}
	b := bench{client: client, pods: pods}
	for _, step := range []struct {
		name string
		run  func(context.Context) error
	}{
		{fmt.Sprintf("%d pods Ready", pods), b.create},
		{fmt.Sprintf("%d of them asked", min(pods, asked)), b.ask},
	} {
		if err := timed(ctx, out, step.name, step.run); err != nil {
			return err
		}
	}
	reportMemory(out, record)
	return timed(ctx, out, "all of them gone again", b.remove)
}

type bench struct {
	client kubernetes.Interface
	pods   int
}

func timed(ctx context.Context, out io.Writer, name string, run func(context.Context) error) error {
	began := time.Now()
	if err := run(ctx); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	fmt.Fprintf(out, "%-24s %6.1f s\n", name, time.Since(began).Seconds())
	return nil
}

func (b bench) create(ctx context.Context) error {
	for i := 0; i*perDeployment < b.pods; i++ {
		replicas := int32(min(perDeployment, b.pods-i*perDeployment))
		_, err := b.client.AppsV1().Deployments(namespace).Create(ctx, deployment(i, replicas), metav1.CreateOptions{})
		if err != nil {
			return err
		}
	}
	return b.until(ctx, func(deployments []appsv1.Deployment) bool {
		ready := 0
		for _, d := range deployments {
			ready += int(d.Status.ReadyReplicas)
		}
		return ready == b.pods
	})
}

func deployment(index int, replicas int32) *appsv1.Deployment {
	name := fmt.Sprintf("bench-%d", index)
	labels := map[string]string{"app": name}
	return &appsv1.Deployment{
		ObjectMeta: metav1.ObjectMeta{Name: name},
		Spec: appsv1.DeploymentSpec{
			Replicas: &replicas,
			Selector: &metav1.LabelSelector{MatchLabels: labels},
			Template: v1.PodTemplateSpec{
				ObjectMeta: metav1.ObjectMeta{Labels: labels},
				Spec:       v1.PodSpec{Containers: []v1.Container{{Name: "app", Image: "bench:1"}}},
			},
		},
	}
}

func (b bench) until(ctx context.Context, done func([]appsv1.Deployment) bool) error {
	return every(ctx, func() (bool, error) {
		list, err := b.client.AppsV1().Deployments(namespace).List(ctx, metav1.ListOptions{})
		return err == nil && done(list.Items), err
	})
}

func every(ctx context.Context, look func() (bool, error)) error {
	return wait.PollUntilContextCancel(ctx, 200*time.Millisecond, true, func(context.Context) (bool, error) { return look() })
}

func (b bench) ask(ctx context.Context) error {
	list, err := b.client.CoreV1().Pods(namespace).List(ctx, metav1.ListOptions{})
	if err != nil {
		return err
	}
	step := max(1, len(list.Items)/asked)
	for i := 0; i < len(list.Items); i += step {
		response, err := http.Get("http://" + list.Items[i].Status.PodIP + ":8080/health")
		if err != nil {
			return err
		}
		_ = response.Body.Close()
		if response.StatusCode != http.StatusOK {
			return fmt.Errorf("%s answered %s", list.Items[i].Name, response.Status)
		}
	}
	return nil
}

func (b bench) remove(ctx context.Context) error {
	err := b.client.AppsV1().Deployments(namespace).DeleteCollection(ctx, metav1.DeleteOptions{}, metav1.ListOptions{})
	if err != nil {
		return err
	}
	return every(ctx, func() (bool, error) {
		list, err := b.client.CoreV1().Pods(namespace).List(ctx, metav1.ListOptions{Limit: 1})
		return err == nil && len(list.Items) == 0, err
	})
}

func reportMemory(out io.Writer, record session.Record) {
	for _, entry := range record.Processes {
		fmt.Fprintf(out, "%-24s %s at most\n", entry.Name, mostMemory(entry.Ref))
	}
}

func mostMemory(process supervise.Ref) string {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", process.PID))
	if err != nil {
		return "unknown"
	}
	for line := range strings.Lines(string(status)) {
		if kilobytes, found := strings.CutPrefix(line, "VmHWM:"); found {
			var n int
			_, _ = fmt.Sscan(kilobytes, &n)
			return fmt.Sprintf("%4d MB", n/1024)
		}
	}
	return "unknown"
}
