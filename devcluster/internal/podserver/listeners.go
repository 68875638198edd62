package podserver

import (
	"net"
	"net/netip"
	"slices"
	"strings"

	v1 "k8s.io/api/core/v1"
)

// Port is one a pod's program listens on.
type Port struct {
	Number uint16
	GRPC   bool
}

// PortsOf lists the declared TCP ports of a pod's containers, or 8080 when it declares none.
func PortsOf(pod *v1.Pod) []Port {
	var ports []Port
	for _, container := range pod.Spec.Containers {
		for _, declared := range container.Ports {
			port := Port{uint16(declared.ContainerPort), speaksGRPC(declared.Name)}
			if (declared.Protocol == v1.ProtocolTCP || declared.Protocol == "") && !declares(ports, port.Number) {
				ports = append(ports, port)
			}
		}
	}
	if len(ports) == 0 {
		return []Port{{Number: 8080}}
	}
	return ports
}

func declares(ports []Port, number uint16) bool {
	return slices.ContainsFunc(ports, func(p Port) bool { return p.Number == number })
}

func speaksGRPC(name string) bool { return name == "grpc" || strings.HasPrefix(name, "grpc-") }

// Listeners are a pod's open ports.
type Listeners struct{ http, grpc []net.Listener }

// Listen opens all ports of a pod, or none.
func Listen(address netip.Addr, ports []Port) (Listeners, error) {
	var l Listeners
	for _, port := range ports {
		listener, err := net.Listen("tcp", netip.AddrPortFrom(address, port.Number).String())
		if err != nil {
			l.Close()
			return Listeners{}, err
		}
		if port.GRPC {
			l.grpc = append(l.grpc, listener)
		} else {
			l.http = append(l.http, listener)
		}
	}
	return l, nil
}

// Close closes ports nobody serves yet.
func (l Listeners) Close() {
	for _, listener := range append(l.http, l.grpc...) {
		_ = listener.Close()
	}
}
