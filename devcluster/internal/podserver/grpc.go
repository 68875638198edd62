package podserver

import (
	"net"

	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	"google.golang.org/grpc/health/grpc_health_v1"

	"readygate.dev/devcluster/internal/behaviour"
)

// Only pods with a gRPC port pay for a gRPC server.
func (s *Server) serveGRPC(listeners []net.Listener) {
	if len(listeners) == 0 {
		return
	}
	s.grpc, s.health = grpc.NewServer(), health.NewServer()
	grpc_health_v1.RegisterHealthServer(s.grpc, s.health)
	s.applyHealth(s.behaviour.Load())
	for _, listener := range listeners {
		go func() { _ = s.grpc.Serve(listener) }() // ends when stopped
	}
}

func (s *Server) applyHealth(b *behaviour.Behaviour) {
	if s.health == nil {
		return
	}
	for service, status := range b.Health {
		s.health.SetServingStatus(service, grpc_health_v1.HealthCheckResponse_ServingStatus(
			grpc_health_v1.HealthCheckResponse_ServingStatus_value[status]))
	}
}
