package controlplane

import (
	"fmt"

	"readygate.dev/devcluster/internal/loopback"
)

type ports struct{ etcd, etcdPeer, apiserver int }

func (p ports) etcdURL() string { return fmt.Sprintf("http://127.0.0.1:%d", p.etcd) }
func (p ports) peerURL() string { return fmt.Sprintf("http://127.0.0.1:%d", p.etcdPeer) }
func (p ports) server() string  { return fmt.Sprintf("https://127.0.0.1:%d", p.apiserver) }

func freePorts() (ports, error) {
	free, err := loopback.FreePorts(3)
	if err != nil {
		return ports{}, err
	}
	return ports{etcd: free[0], etcdPeer: free[1], apiserver: free[2]}, nil
}
