// Package podserver is the simulated program of a pod: it serves what the pod's behaviour says.
package podserver

import (
	"context"
	"io"
	"log"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/health"

	"readygate.dev/devcluster/internal/behaviour"
)

// Server serves one run of a pod's program. A restart is a new one: its counters begin at zero.
type Server struct {
	pod       string
	behaviour atomic.Pointer[behaviour.Behaviour]
	metrics   metrics
	mutex     sync.Mutex
	owed      map[string]float64 // errors not answered yet, by route
	http      *http.Server
	grpc      *grpc.Server
	health    *health.Server
}

// Start serves on the listeners.
func Start(pod string, listeners Listeners, b *behaviour.Behaviour) *Server {
	s := &Server{pod: pod, owed: map[string]float64{}}
	s.behaviour.Store(b)
	s.serveHTTP(listeners.http)
	s.serveGRPC(listeners.grpc)
	return s
}

func (s *Server) serveHTTP(listeners []net.Listener) {
	s.http = &http.Server{Handler: s, ReadHeaderTimeout: time.Minute, ErrorLog: log.New(io.Discard, "", 0)}
	for _, listener := range listeners {
		go func() { _ = s.http.Serve(listener) }() // ends when closed
	}
}

// Apply changes what is served from now on; serving tells whether the pod takes traffic.
func (s *Server) Apply(b *behaviour.Behaviour, serving bool) {
	s.behaviour.Store(b)
	s.metrics.flow(time.Now(), b.Traffic, serving)
	s.applyHealth(b)
}

// Close stops serving at once and breaks open connections.
func (s *Server) Close() {
	_ = s.http.Close()
	if s.grpc != nil {
		s.grpc.Stop()
	}
}

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	routes := s.behaviour.Load().Routes
	if r.URL.Path == "/metrics" && !routes.Knows("/metrics") {
		s.metrics.write(time.Now(), w)
		return
	}
	began := time.Now()
	route := routes.For(r.URL.Path)
	if !pause(r.Context(), route.Latency) {
		return
	}
	status, body := s.answer(route)
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Sim-Pod", s.pod)
	w.WriteHeader(status)
	_, _ = io.WriteString(w, body)
	s.metrics.observe(series{r.Method, route.Pattern, status}, time.Since(began))
}

// answer spreads the errors evenly: with a share of 5 % exactly every twentieth answer is one.
func (s *Server) answer(route behaviour.Route) (int, string) {
	if route.ErrorShare == 0 {
		return route.Status, route.Body
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.owed[route.Pattern] += route.ErrorShare
	if s.owed[route.Pattern] < 1-1e-9 {
		return route.Status, route.Body
	}
	s.owed[route.Pattern]--
	return http.StatusInternalServerError, route.ErrorBody()
}

func pause(ctx context.Context, d time.Duration) bool {
	if d == 0 {
		return true
	}
	select {
	case <-time.After(d):
		return true
	case <-ctx.Done():
		return false
	}
}
