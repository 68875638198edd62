package simnode

import (
	"slices"
	"strings"
	"time"

	v1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/util/intstr"

	"readygate.dev/devcluster/internal/behaviour"
	"readygate.dev/devcluster/internal/podserver"
)

// passes answers a container's readiness probe from the behaviour itself, so that ten thousand pods cost no probing.
// A change counts at once: period and thresholds are not simulated.
func passes(container *v1.Container, b *behaviour.Behaviour, ports []podserver.Port) bool {
	probe := container.ReadinessProbe
	switch {
	case probe == nil:
		return true
	case probe.HTTPGet != nil:
		return listens(container, probe.HTTPGet.Port, ports) && healthy(b.Routes, probe)
	case probe.GRPC != nil:
		return listens(container, intstr.FromInt32(probe.GRPC.Port), ports) && b.Health[serviceOf(probe.GRPC)] == "SERVING"
	case probe.TCPSocket != nil:
		return listens(container, probe.TCPSocket.Port, ports)
	default:
		return true
	}
}

func healthy(routes behaviour.Routes, probe *v1.Probe) bool {
	path, _, _ := strings.Cut(probe.HTTPGet.Path, "?")
	route := routes.For("/" + strings.TrimPrefix(path, "/"))
	timeout := time.Duration(max(1, probe.TimeoutSeconds)) * time.Second
	return route.Status < 400 && route.Latency < timeout && route.ErrorShare < 1
}

func listens(container *v1.Container, wanted intstr.IntOrString, ports []podserver.Port) bool {
	number := wanted.IntVal
	if wanted.Type == intstr.String {
		for _, port := range container.Ports {
			if port.Name == wanted.StrVal {
				number = port.ContainerPort
			}
		}
	}
	return slices.ContainsFunc(ports, func(p podserver.Port) bool { return int32(p.Number) == number })
}

func serviceOf(probe *v1.GRPCAction) string {
	if probe.Service == nil {
		return ""
	}
	return *probe.Service
}

// probing is when the first probe of the current run is due.
func probing(container *v1.Container, l *life) time.Time {
	if container.ReadinessProbe == nil {
		return l.began
	}
	return l.began.Add(time.Duration(container.ReadinessProbe.InitialDelaySeconds) * time.Second)
}
