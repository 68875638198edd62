package simnode

import (
	"context"
	"time"

	v1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
)

// sync brings one pod to the present, and says when to look again; zero is only when it changes.
func (k *Kubelet) sync(ctx context.Context, key string) (time.Time, error) {
	object, found := k.object(key)
	if !found {
		k.forget(key)
		return time.Time{}, nil
	}
	hostIP, ours := k.nodes[object.Spec.NodeName]
	if !ours {
		return time.Time{}, nil
	}
	now := time.Now()
	p := k.pod(key, object, now)
	switch {
	case object.DeletionTimestamp != nil:
		return k.terminate(ctx, object, p, now)
	case evicted(object, p):
		p.close()
		return time.Time{}, nil
	}
	change := p.advance(object, now, k.addresses)
	status, later := p.status(object, hostIP, now)
	p.serve(find(status.Conditions, v1.PodReady).Status == v1.ConditionTrue)
	return earlier(change, later), k.report(ctx, object, p, &status)
}

func (k *Kubelet) object(key string) (*v1.Pod, bool) {
	stored, found, err := k.store.GetByKey(key)
	if err != nil || !found {
		return nil, false
	}
	return stored.(*v1.Pod), true
}

// pod finds what is known of a pod; one that came back under the same name is another one.
func (k *Kubelet) pod(key string, object *v1.Pod, now time.Time) *pod {
	k.mutex.Lock()
	defer k.mutex.Unlock()
	known := k.pods[key]
	if known != nil && known.uid == object.UID {
		return known
	}
	if known != nil {
		known.end(k.addresses)
	}
	k.pods[key] = newPod(object, now)
	return k.pods[key]
}

func (k *Kubelet) forget(key string) {
	k.mutex.Lock()
	defer k.mutex.Unlock()
	if known := k.pods[key]; known != nil {
		known.end(k.addresses)
		delete(k.pods, key)
	}
}

// evicted: somebody else declared the pod to be over.
func evicted(object *v1.Pod, p *pod) bool {
	over := object.Status.Phase == v1.PodFailed || object.Status.Phase == v1.PodSucceeded
	return over && !p.life.over
}

func (k *Kubelet) report(ctx context.Context, object *v1.Pod, p *pod, status *v1.PodStatus) error {
	if covers(&object.Status, status) {
		return nil
	}
	patch, err := patchOf(object.UID, status)
	if err != nil {
		return err
	}
	_, err = k.client.CoreV1().Pods(object.Namespace).
		Patch(ctx, object.Name, types.StrategicMergePatchType, patch, metav1.PatchOptions{}, "status")
	if err == nil {
		p.conditions = status.Conditions
	}
	return ignoreGone(err)
}

// terminate lets a deleted pod serve on for as long as it says, then tells the API server that it is gone.
func (k *Kubelet) terminate(ctx context.Context, object *v1.Pod, p *pod, now time.Time) (time.Time, error) {
	if end := endOf(object, p); now.Before(end) {
		return end, nil
	}
	p.close()
	if p.deleted {
		return time.Time{}, nil
	}
	if len(object.Finalizers) > 0 {
		if err := k.reportTerminated(ctx, object, p, now); err != nil {
			return time.Time{}, err
		}
	}
	at := int64(0)
	err := k.client.CoreV1().Pods(object.Namespace).Delete(ctx, object.Name, metav1.DeleteOptions{
		GracePeriodSeconds: &at, Preconditions: metav1.NewUIDPreconditions(string(object.UID)),
	})
	p.deleted = ignoreGone(err) == nil
	return time.Time{}, ignoreGone(err)
}

func endOf(object *v1.Pod, p *pod) time.Time {
	if p.behaviour == nil || object.DeletionGracePeriodSeconds == nil {
		return time.Time{}
	}
	grace := time.Duration(*object.DeletionGracePeriodSeconds) * time.Second
	return object.DeletionTimestamp.Add(min(p.behaviour.Termination, grace) - grace)
}

// Who holds a deleted pod by a finalizer, such as the Job controller, waits for it to have ended.
func (k *Kubelet) reportTerminated(ctx context.Context, object *v1.Pod, p *pod, now time.Time) error {
	if p.behaviour == nil {
		return nil
	}
	if !p.life.over {
		p.life.stop(now, p.behaviour, v1.RestartPolicyNever)
	}
	status, _ := p.status(object, k.nodes[object.Spec.NodeName], now)
	return k.report(ctx, object, p, &status)
}

func ignoreGone(err error) error {
	if errors.IsNotFound(err) || errors.IsConflict(err) {
		return nil
	}
	return err
}
