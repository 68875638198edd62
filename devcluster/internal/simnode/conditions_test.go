package simnode

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

const gate = v1.PodConditionType("readygate.dev/verified")

func gated(conditions ...v1.PodCondition) *v1.Pod {
	return &v1.Pod{
		Spec:   v1.PodSpec{ReadinessGates: []v1.PodReadinessGate{{ConditionType: gate}}},
		Status: v1.PodStatus{Conditions: conditions},
	}
}

func statusWith(ready ...bool) *v1.PodStatus {
	status := &v1.PodStatus{Phase: v1.PodRunning}
	for i, r := range ready {
		status.ContainerStatuses = append(status.ContainerStatuses, v1.ContainerStatus{Name: string(rune('a' + i)), Ready: r})
	}
	return status
}

func TestReadyNeedsContainersAndGates(t *testing.T) {
	open := v1.PodCondition{Type: gate, Status: v1.ConditionTrue}
	shut := v1.PodCondition{Type: gate, Status: v1.ConditionFalse}
	for name, c := range map[string]struct {
		pod     *v1.Pod
		status  *v1.PodStatus
		ready   v1.ConditionStatus
		reason  string
		message string
	}{
		"containers ready, no gate":      {&v1.Pod{}, statusWith(true, true), v1.ConditionTrue, "", ""},
		"one container unready":          {&v1.Pod{}, statusWith(true, false), v1.ConditionFalse, "ContainersNotReady", "status: [b]"},
		"gate without a condition":       {gated(), statusWith(true), v1.ConditionFalse, "ReadinessGatesNotReady", "does not exist"},
		"gate shut":                      {gated(shut), statusWith(true), v1.ConditionFalse, "ReadinessGatesNotReady", "but False"},
		"gate open":                      {gated(open), statusWith(true), v1.ConditionTrue, "", ""},
		"gate open, container unready":   {gated(open), statusWith(false), v1.ConditionFalse, "ContainersNotReady", "status: [a]"},
		"pod that has done all its work": {&v1.Pod{}, &v1.PodStatus{Phase: v1.PodSucceeded}, v1.ConditionFalse, "PodCompleted", ""},
	} {
		t.Run(name, func(t *testing.T) {
			got := find(conditionsOf(c.pod, c.status), v1.PodReady)
			if got.Status != c.ready || got.Reason != c.reason || !strings.Contains(got.Message, c.message) {
				t.Errorf("got %+v", got)
			}
		})
	}
}

func TestTransitionTimeMovesOnlyWithTheStatus(t *testing.T) {
	then, now := metav1.Unix(1000, 0), metav1.Unix(2000, 0)
	before := []v1.PodCondition{
		{Type: v1.PodReady, Status: v1.ConditionFalse, Reason: "ContainersNotReady", LastTransitionTime: then},
		{Type: v1.PodInitialized, Status: v1.ConditionFalse, LastTransitionTime: then},
	}
	got := dated([]v1.PodCondition{
		{Type: v1.PodReady, Status: v1.ConditionFalse, Reason: "ReadinessGatesNotReady"},
		{Type: v1.PodInitialized, Status: v1.ConditionTrue},
	}, before, now)
	if !got[0].LastTransitionTime.Equal(&then) || !got[1].LastTransitionTime.Equal(&now) {
		t.Errorf("got %v and %v", got[0].LastTransitionTime, got[1].LastTransitionTime)
	}
}

func TestStatusIsWrittenOnlyWhenSomethingOfOursChanged(t *testing.T) {
	ours := statusWith(true)
	ours.Conditions = conditionsOf(&v1.Pod{}, ours)
	theirs := ours.DeepCopy()
	theirs.Conditions = append(theirs.Conditions, v1.PodCondition{Type: gate, Status: v1.ConditionTrue})
	if !covers(theirs, ours) {
		t.Error("a condition of somebody else made a write necessary")
	}
	theirs.ContainerStatuses[0].RestartCount++
	if covers(theirs, ours) {
		t.Error("another restart count was overlooked")
	}
}

// Under a strategic merge a reason that is merely absent would survive.
func TestPatchClearsReasonsAndLeavesOtherConditionsAlone(t *testing.T) {
	status := statusWith(true)
	status.Conditions = conditionsOf(&v1.Pod{}, status)
	patch, err := patchOf("uid-1", status)
	if err != nil {
		t.Fatal(err)
	}
	var read struct {
		Metadata struct{ UID string }
		Status   struct{ Conditions []map[string]any }
	}
	if err := json.Unmarshal(patch, &read); err != nil {
		t.Fatal(err)
	}
	if read.Metadata.UID != "uid-1" || len(read.Status.Conditions) != 4 {
		t.Fatalf("got %s", patch)
	}
	for _, condition := range read.Status.Conditions {
		if reason, written := condition["reason"]; !written || reason != nil {
			t.Errorf("%v: reason is %v", condition["type"], reason)
		}
	}
}

func TestSamePodReadTwiceGivesTheSameStatus(t *testing.T) {
	object := &v1.Pod{Spec: v1.PodSpec{Containers: []v1.Container{{Name: "app", Image: "cart:1"}}}}
	pool := poolWhere(nothingTaken)
	now := time.Unix(1000, 500)
	p := newPod(object, now)
	defer p.close()
	p.advance(object, now, pool)
	first, _ := p.status(object, "127.64.0.1", now)
	p.conditions = first.Conditions
	again, _ := p.status(object, "127.64.0.1", now.Add(time.Minute))
	if !covers(&first, &again) {
		t.Errorf("first %+v\nagain %+v", first, again)
	}
}
