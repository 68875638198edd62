package simnode

import (
	"encoding/json"
	"time"

	v1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/equality"
	"k8s.io/apimachinery/pkg/types"
)

// status computes what a kubelet would report now, and when that will change by itself.
func (p *pod) status(object *v1.Pod, hostIP string, now time.Time) (v1.PodStatus, time.Time) {
	containers, next := p.containersOf(object, now)
	status := v1.PodStatus{
		Phase:                 p.phase(),
		ObservedGeneration:    object.Generation,
		HostIP:                hostIP,
		HostIPs:               []v1.HostIP{{IP: hostIP}},
		StartTime:             &p.began,
		ContainerStatuses:     containers,
		InitContainerStatuses: p.initContainersOf(object),
	}
	if p.address.IsValid() {
		status.PodIP, status.PodIPs = ipOf(p.address)
	}
	before := p.conditions
	if before == nil {
		before = object.Status.Conditions
	}
	status.Conditions = dated(conditionsOf(object, &status), before, second(now))
	for i := range status.Conditions {
		status.Conditions[i].ObservedGeneration = object.Generation
	}
	return status, next
}

func (p *pod) phase() v1.PodPhase {
	switch {
	case p.life.over && p.life.ended.ExitCode == 0:
		return v1.PodSucceeded
	case p.life.over:
		return v1.PodFailed
	case !p.address.IsValid():
		return v1.PodPending
	default:
		return v1.PodRunning
	}
}

// covers tells whether everything in ours is already so; conditions of others do not matter.
func covers(theirs, ours *v1.PodStatus) bool {
	for _, condition := range ours.Conditions {
		found := find(theirs.Conditions, condition.Type)
		if found == nil || !equality.Semantic.DeepEqual(*found, condition) {
			return false
		}
	}
	return theirs.Phase == ours.Phase && theirs.PodIP == ours.PodIP && theirs.HostIP == ours.HostIP &&
		theirs.ObservedGeneration == ours.ObservedGeneration &&
		equality.Semantic.DeepEqual(theirs.ContainerStatuses, ours.ContainerStatuses)
}

// patchOf is a strategic merge patch: conditions are merged by type, so those of others stay.
func patchOf(uid types.UID, status *v1.PodStatus) ([]byte, error) {
	type patchedStatus struct {
		v1.PodStatus
		Conditions []patchedCondition `json:"conditions"`
	}
	patched := patchedStatus{PodStatus: *status}
	for _, condition := range status.Conditions {
		patched.Conditions = append(patched.Conditions, patchedCondition{
			PodCondition: condition, Reason: orNull(condition.Reason), Message: orNull(condition.Message),
		})
	}
	return json.Marshal(map[string]any{"metadata": map[string]any{"uid": uid}, "status": patched})
}

// In a merge an absent reason would leave the old one, so it is written as null.
type patchedCondition struct {
	v1.PodCondition
	Reason  *string `json:"reason"`
	Message *string `json:"message"`
}

func orNull(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}
