// Package simnode simulates nodes: it runs their pods inside this process, and reports on them like a kubelet.
package simnode

import (
	"context"
	"fmt"
	"log"
	"sync"
	"time"

	v1 "k8s.io/api/core/v1"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/tools/clientcmd"
	"k8s.io/client-go/util/workqueue"
)

// Kubelet runs the pods of all simulated nodes.
type Kubelet struct {
	client    kubernetes.Interface
	addresses *addresses
	nodes     map[string]string // host address by node
	store     cache.Store
	proxy     *proxy
	queue     workqueue.TypedDelayingInterface[string]
	workers   sync.WaitGroup
	mutex     sync.Mutex
	pods      map[string]*pod // by namespace/name
}

const workers = 16

// Start creates the nodes and runs their pods until ctx ends.
func Start(ctx context.Context, kubeconfig string, nodes int) (*Kubelet, error) {
	client, err := unthrottled(kubeconfig)
	if err != nil {
		return nil, err
	}
	addresses, err := claimAddresses()
	if err != nil {
		return nil, err
	}
	k := &Kubelet{
		client: client, addresses: addresses, nodes: map[string]string{}, pods: map[string]*pod{},
		queue: workqueue.NewTypedDelayingQueue[string](),
	}
	if err := k.createNodes(ctx, nodes); err != nil {
		return nil, err
	}
	return k, k.watch(ctx)
}

func unthrottled(kubeconfig string) (kubernetes.Interface, error) {
	config, err := clientcmd.BuildConfigFromFlags("", kubeconfig)
	if err != nil {
		return nil, err
	}
	config.QPS = -1
	config.ContentConfig = rest.ContentConfig{
		ContentType: "application/vnd.kubernetes.protobuf", AcceptContentTypes: "application/vnd.kubernetes.protobuf,application/json",
	}
	return kubernetes.NewForConfig(config)
}

func (k *Kubelet) watch(ctx context.Context) error {
	factory := informers.NewSharedInformerFactoryWithOptions(k.client, 0, informers.WithTransform(slim))
	informer := factory.Core().V1().Pods().Informer()
	k.store = informer.GetStore()
	if _, err := informer.AddEventHandler(k.enqueueing()); err != nil {
		return err
	}
	k.proxy = newProxy(k.store)
	services := factory.Core().V1().Services().Informer()
	if _, err := services.AddEventHandler(k.proxy.showing(services.GetStore())); err != nil {
		return err
	}
	factory.Start(ctx.Done())
	if !cache.WaitForCacheSync(ctx.Done(), informer.HasSynced, services.HasSynced) {
		return fmt.Errorf("pods: %w", ctx.Err())
	}
	for range workers {
		k.workers.Go(func() { k.work(ctx) })
	}
	context.AfterFunc(ctx, k.queue.ShutDown)
	return nil
}

// Ten thousand pods are kept in memory; what nobody here reads is left out.
func slim(object any) (any, error) {
	if pod, isPod := object.(*v1.Pod); isPod {
		pod.ManagedFields = nil
		pod.Spec.Volumes = nil
		pod.Spec.Tolerations = nil
	}
	return object, nil
}

func (k *Kubelet) enqueueing() cache.ResourceEventHandler {
	enqueue := func(object any) {
		if key, err := cache.DeletionHandlingMetaNamespaceKeyFunc(object); err == nil {
			k.queue.Add(key)
		}
	}
	return cache.ResourceEventHandlerFuncs{
		AddFunc: enqueue, DeleteFunc: enqueue, UpdateFunc: func(_, object any) { enqueue(object) },
	}
}

func (k *Kubelet) work(ctx context.Context) {
	for {
		key, stop := k.queue.Get()
		if stop {
			return
		}
		next, err := k.sync(ctx, key)
		if err != nil && ctx.Err() == nil {
			log.Printf("pod %s: %v", key, err)
			next = time.Now().Add(anotherTry)
		}
		k.queue.Done(key)
		if !next.IsZero() {
			k.queue.AddAfter(key, time.Until(next))
		}
	}
}

// Stop returns when all pods have stopped serving.
func (k *Kubelet) Stop() {
	k.queue.ShutDown()
	k.workers.Wait()
	k.proxy.stop()
	for _, pod := range k.pods {
		pod.close()
	}
	_ = k.addresses.claim.Close()
}
