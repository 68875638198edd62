package simnode

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// containersOf describes a pod's containers; they all share the life of its program. It says when to look again.
func (p *pod) containersOf(object *v1.Pod, now time.Time) (statuses []v1.ContainerStatus, next time.Time) {
	for i := range object.Spec.Containers {
		container := &object.Spec.Containers[i]
		status := p.container(object, container)
		status.State, status.LastTerminationState = p.state(), p.lastState()
		up := p.problem == nil && p.life.up(now, p.behaviour)
		status.Started = &up
		if first := probing(container, &p.life); up && now.Before(first) {
			next = earlier(next, first)
		} else {
			status.Ready = up && !p.behaviour.NeverReady && passes(container, p.behaviour, p.ports)
		}
		statuses = append(statuses, status)
	}
	return statuses, next
}

func (p *pod) container(object *v1.Pod, container *v1.Container) v1.ContainerStatus {
	return v1.ContainerStatus{
		Name:         container.Name,
		RestartCount: p.life.restarts,
		Image:        container.Image,
		ImageID:      imageID(container.Image, p.behaviour.ImageDigest),
		ContainerID:  "sim://" + digest(fmt.Sprint(object.UID, container.Name, p.life.restarts)),
	}
}

func (p *pod) state() v1.ContainerState {
	switch {
	case p.problem != nil:
		return waiting("CreateContainerConfigError", p.problem.Error())
	case p.life.over:
		return v1.ContainerState{Terminated: p.life.ended}
	case !p.life.running():
		return waiting("CrashLoopBackOff", "back-off restarting failed container")
	default:
		return v1.ContainerState{Running: &v1.ContainerStateRunning{StartedAt: second(p.life.began)}}
	}
}

func (p *pod) lastState() v1.ContainerState {
	if p.life.over {
		return v1.ContainerState{}
	}
	return v1.ContainerState{Terminated: p.life.ended}
}

func waiting(reason, message string) v1.ContainerState {
	return v1.ContainerState{Waiting: &v1.ContainerStateWaiting{Reason: reason, Message: message}}
}

// initContainersOf have all done their work; those that restart stay and are ready.
func (p *pod) initContainersOf(object *v1.Pod) (statuses []v1.ContainerStatus) {
	for i := range object.Spec.InitContainers {
		container := &object.Spec.InitContainers[i]
		status := p.container(object, container)
		started := true
		status.RestartCount, status.Ready, status.Started = 0, true, &started
		if container.RestartPolicy != nil && *container.RestartPolicy == v1.ContainerRestartPolicyAlways {
			status.State.Running = &v1.ContainerStateRunning{StartedAt: p.began}
		} else {
			status.State.Terminated = &v1.ContainerStateTerminated{Reason: "Completed", StartedAt: p.began, FinishedAt: p.began}
		}
		statuses = append(statuses, status)
	}
	return statuses
}

// imageID makes up a digest from the image's name: the same tag has the same one on every node and in every cluster.
func imageID(image, override string) string {
	repository, pinned, isPinned := strings.Cut(image, "@")
	if isPinned && override == "" {
		return repository + "@" + pinned
	}
	if colon := strings.LastIndex(repository, ":"); colon > strings.LastIndex(repository, "/") {
		repository = repository[:colon]
	}
	if override == "" {
		override = "sha256:" + digest(image)
	}
	return repository + "@" + override
}

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// The API keeps whole seconds.
func second(t time.Time) metav1.Time { return metav1.NewTime(t.Truncate(time.Second)) }
