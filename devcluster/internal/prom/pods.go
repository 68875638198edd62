package prom

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/netip"
	"os"
	"regexp"
	"time"

	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/tools/clientcmd"

	"readygate.dev/devcluster/internal/podserver"
)

// discovery keeps a file of the running pods for Prometheus.
type discovery struct {
	file    string
	pods    cache.Store
	changed chan struct{}
}

// At most so often; a rollout of many pods is one write.
const betweenWrites = 200 * time.Millisecond

func (o Options) discover(ctx context.Context) error {
	config, err := clientcmd.BuildConfigFromFlags("", o.Kubeconfig)
	if err != nil {
		return err
	}
	client, err := kubernetes.NewForConfig(config)
	if err != nil {
		return err
	}
	informer := informers.NewSharedInformerFactory(client, 0).Core().V1().Pods().Informer()
	d := &discovery{file: o.podsFile(), pods: informer.GetStore(), changed: make(chan struct{}, 1)}
	if _, err := informer.AddEventHandler(d.noticing()); err != nil {
		return err
	}
	go informer.Run(ctx.Done())
	if !cache.WaitForCacheSync(ctx.Done(), informer.HasSynced) {
		return fmt.Errorf("pods: %w", ctx.Err())
	}
	if err := d.write(); err != nil {
		return err
	}
	go d.keepWriting(ctx)
	return nil
}

func (d *discovery) noticing() cache.ResourceEventHandler {
	notice := func() {
		select {
		case d.changed <- struct{}{}:
		default: // a write is due anyway
		}
	}
	return cache.ResourceEventHandlerFuncs{
		AddFunc: func(any) { notice() }, UpdateFunc: func(any, any) { notice() }, DeleteFunc: func(any) { notice() },
	}
}

func (d *discovery) keepWriting(ctx context.Context) {
	pace := time.NewTicker(betweenWrites)
	defer pace.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-d.changed:
			if err := d.write(); err != nil {
				log.Printf("cannot tell Prometheus of the pods: %v", err)
			}
		}
		<-pace.C
	}
}

// group is an element of Prometheus's file format.
type group struct {
	Targets []string          `json:"targets"`
	Labels  map[string]string `json:"labels"`
}

func (d *discovery) write() error {
	groups := []group{}
	for _, stored := range d.pods.List() {
		groups = append(groups, groupsOf(stored.(*v1.Pod))...)
	}
	text, err := json.Marshal(groups)
	if err != nil {
		return err
	}
	draft := d.file + ".new"
	if err := os.WriteFile(draft, text, 0o600); err != nil {
		return err
	}
	return os.Rename(draft, d.file)
}

func groupsOf(pod *v1.Pod) (groups []group) {
	address, err := netip.ParseAddr(pod.Status.PodIP)
	if err != nil || pod.Status.Phase != v1.PodRunning {
		return nil
	}
	for _, port := range podserver.PortsOf(pod) {
		if !port.GRPC { // has no metrics
			target := netip.AddrPortFrom(address, port.Number).String()
			groups = append(groups, group{[]string{target}, labelsOf(pod)})
		}
	}
	return groups
}

func labelsOf(pod *v1.Pod) map[string]string {
	labels := map[string]string{"namespace": pod.Namespace, "pod": pod.Name, "node": pod.Spec.NodeName}
	for _, name := range []string{"app", "pod-template-hash"} {
		if value := pod.Labels[name]; value != "" {
			labels[unfit.ReplaceAllString(name, "_")] = value
		}
	}
	if owner := metav1.GetControllerOf(pod); owner != nil && owner.Kind == "ReplicaSet" {
		labels["deployment"] = hashed.ReplaceAllString(owner.Name, "")
	}
	return labels
}

var (
	unfit  = regexp.MustCompile(`[^a-zA-Z0-9_]`)
	hashed = regexp.MustCompile(`-[0-9a-z]+$`)
)
