package simnode

import (
	"fmt"
	"slices"
	"strings"

	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// conditionsOf computes the conditions a kubelet owns, and no others. The rules and words are the kubelet's.
func conditionsOf(pod *v1.Pod, status *v1.PodStatus) []v1.PodCondition {
	containers := containersReady(status)
	return []v1.PodCondition{
		{Type: v1.PodReadyToStartContainers, Status: v1.ConditionTrue},
		{Type: v1.PodInitialized, Status: v1.ConditionTrue},
		containers,
		ready(pod, containers),
	}
}

func containersReady(status *v1.PodStatus) v1.PodCondition {
	condition := v1.PodCondition{Type: v1.ContainersReady, Status: v1.ConditionFalse}
	if status.Phase == v1.PodSucceeded {
		condition.Reason = "PodCompleted"
		return condition
	}
	var unready []string
	for _, container := range status.ContainerStatuses {
		if !container.Ready {
			unready = append(unready, container.Name)
		}
	}
	if len(unready) > 0 {
		condition.Reason = "ContainersNotReady"
		condition.Message = fmt.Sprintf("containers with unready status: [%s]", strings.Join(unready, " "))
		return condition
	}
	condition.Status = v1.ConditionTrue
	return condition
}

// ready needs the containers and, on top, every readiness gate.
func ready(pod *v1.Pod, containers v1.PodCondition) v1.PodCondition {
	condition := containers
	condition.Type = v1.PodReady
	if containers.Status != v1.ConditionTrue {
		return condition
	}
	var shut []string
	for _, gate := range pod.Spec.ReadinessGates {
		if message := shutMessage(pod, gate.ConditionType); message != "" {
			shut = append(shut, message)
		}
	}
	if len(shut) > 0 {
		condition.Status, condition.Reason, condition.Message = v1.ConditionFalse, "ReadinessGatesNotReady", strings.Join(shut, ", ")
	}
	return condition
}

func shutMessage(pod *v1.Pod, gate v1.PodConditionType) string {
	found := find(pod.Status.Conditions, gate)
	switch {
	case found == nil:
		return fmt.Sprintf("corresponding condition of pod readiness gate %q does not exist.", gate)
	case found.Status != v1.ConditionTrue:
		return fmt.Sprintf("the status of pod readiness gate %q is not \"True\", but %v", gate, found.Status)
	default:
		return ""
	}
}

// dated gives each condition the time at which its status last changed.
func dated(conditions, before []v1.PodCondition, now metav1.Time) []v1.PodCondition {
	for i := range conditions {
		conditions[i].LastTransitionTime = now
		if old := find(before, conditions[i].Type); old != nil && old.Status == conditions[i].Status {
			conditions[i].LastTransitionTime = old.LastTransitionTime
		}
	}
	return conditions
}

func find(conditions []v1.PodCondition, kind v1.PodConditionType) *v1.PodCondition {
	i := slices.IndexFunc(conditions, func(c v1.PodCondition) bool { return c.Type == kind })
	if i < 0 {
		return nil
	}
	return &conditions[i]
}
