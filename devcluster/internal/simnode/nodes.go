package simnode

import (
	"context"
	"fmt"

	v1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

const zones = 3

// createNodes creates Ready nodes, spread over the zones. They send no heartbeats; the controller that would miss them is off.
func (k *Kubelet) createNodes(ctx context.Context, count int) error {
	for i := range count {
		node := k.node(i)
		if _, err := k.client.CoreV1().Nodes().Create(ctx, node, metav1.CreateOptions{}); err != nil {
			return fmt.Errorf("node %s: %w", node.Name, err)
		}
		k.nodes[node.Name] = k.addresses.node(i).String()
	}
	return nil
}

func (k *Kubelet) node(index int) *v1.Node {
	name := fmt.Sprintf("node-%d", index+1)
	capacity := v1.ResourceList{
		v1.ResourceCPU:              resource.MustParse("100k"),
		v1.ResourceMemory:           resource.MustParse("1Pi"),
		v1.ResourceEphemeralStorage: resource.MustParse("1Pi"),
		v1.ResourcePods:             resource.MustParse("100k"),
	}
	return &v1.Node{
		ObjectMeta: metav1.ObjectMeta{Name: name, Labels: map[string]string{
			v1.LabelHostname:       name,
			v1.LabelOSStable:       "linux",
			v1.LabelArchStable:     "amd64",
			v1.LabelTopologyRegion: "devcluster",
			v1.LabelTopologyZone:   fmt.Sprintf("zone-%c", 'a'+index%zones),
		}},
		Status: v1.NodeStatus{
			Capacity:    capacity,
			Allocatable: capacity,
			Addresses: []v1.NodeAddress{
				{Type: v1.NodeInternalIP, Address: k.addresses.node(index).String()},
				{Type: v1.NodeHostName, Address: name},
			},
			Conditions: []v1.NodeCondition{{
				Type: v1.NodeReady, Status: v1.ConditionTrue, Reason: "Simulated", Message: "simulated by devcluster",
				LastHeartbeatTime: metav1.Now(), LastTransitionTime: metav1.Now(),
			}},
			NodeInfo: v1.NodeSystemInfo{
				KubeletVersion: "devcluster", OperatingSystem: "linux", Architecture: "amd64", ContainerRuntimeVersion: "simulated://1",
			},
		},
	}
}
