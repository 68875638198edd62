package controlplane

import (
	"errors"
	"fmt"
	"net"
	"strings"
)

// errPortTaken: between choosing a free port and using it somebody else took it. Another try has other ports.
var errPortTaken = errors.New("a port was taken in between")

type ports struct{ etcd, etcdPeer, apiserver int }

func (p ports) etcdURL() string { return fmt.Sprintf("http://127.0.0.1:%d", p.etcd) }
func (p ports) peerURL() string { return fmt.Sprintf("http://127.0.0.1:%d", p.etcdPeer) }
func (p ports) server() string  { return fmt.Sprintf("https://127.0.0.1:%d", p.apiserver) }

func freePorts() (ports, error) {
	free, err := freePortNumbers(3)
	if err != nil {
		return ports{}, err
	}
	return ports{etcd: free[0], etcdPeer: free[1], apiserver: free[2]}, nil
}

// All are held until the last one is chosen, so that they differ.
func freePortNumbers(count int) ([]int, error) {
	numbers := make([]int, 0, count)
	for range count {
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return nil, err
		}
		defer listener.Close()
		numbers = append(numbers, listener.Addr().(*net.TCPAddr).Port)
	}
	return numbers, nil
}

func saysPortTaken(log string) bool { return strings.Contains(log, "address already in use") }
