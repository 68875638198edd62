package controlplane

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"readygate.dev/devcluster/internal/loopback"
	"readygate.dev/devcluster/internal/supervise"
)

// starting is a control plane on its way up.
type starting struct {
	bin, data   string
	options     Options
	ports       ports
	credentials credentials
	starter     *supervise.Starter
	started     func(*supervise.Process)
	plane       *ControlPlane
	client      *http.Client
	err         error // the first failure to write a file
}

const (
	patience = 5 * time.Minute // only a failure takes so long
	// 127.1.0.0/16 to 127.63.0.0/16; simulated pods have those above.
	firstServiceRange, serviceRanges = 1, 63
)

func prepare(starter *supervise.Starter, config Config) (*starting, error) {
	if err := os.RemoveAll(filepath.Join(config.Data, "etcd")); err != nil {
		return nil, err
	}
	ports, err := freePorts()
	if err != nil {
		return nil, err
	}
	credentials, err := newCredentials(filepath.Join(config.Data, "pki"))
	if err != nil {
		return nil, err
	}
	kubeconfig := filepath.Join(config.Data, "kubeconfig")
	if err := credentials.writeKubeconfig(kubeconfig, ports.server(), "admin"); err != nil {
		return nil, err
	}
	services, err := loopback.ClaimRange(firstServiceRange, serviceRanges)
	if err != nil {
		return nil, err
	}
	s := &starting{
		bin: config.Bin, data: config.Data, options: config.Options, ports: ports, credentials: credentials,
		starter: starter, started: config.Started, client: trusting(credentials.caPEM),
		plane: &ControlPlane{Server: ports.server(), Kubeconfig: kubeconfig, services: services},
	}
	s.plane.KubeletKubeconfig = s.kubeconfigOf(kubelet)
	return s, nil
}

// run starts each program as soon as what it needs answers.
func (s *starting) run(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	steps := []struct {
		program supervise.Command
		ready   func() bool
	}{
		{s.etcd(), s.accepts(s.ports.etcd)},
		{s.apiserver(), s.answers("/readyz", http.StatusOK)},
		{s.scheduler(), always},
		{s.controllerManager(), s.answers("/api/v1/namespaces/default/serviceaccounts/default", http.StatusOK)},
	}
	for _, step := range steps {
		if s.err != nil {
			return s.err
		}
		if err := s.start(step.program); err != nil {
			return err
		}
		if err := supervise.Await(ctx, s.plane.Processes, step.ready); err != nil {
			return err
		}
	}
	return nil
}

func (s *starting) start(program supervise.Command) error {
	process, err := s.starter.Start(program)
	if err != nil {
		return err
	}
	s.plane.Processes = append(s.plane.Processes, process)
	s.started(process)
	return nil
}

func always() bool { return true }

func (s *starting) accepts(port int) func() bool {
	return func() bool {
		connection, err := net.DialTimeout("tcp", fmt.Sprintf("127.0.0.1:%d", port), time.Second)
		if err != nil {
			return false
		}
		_ = connection.Close()
		return true
	}
}

func (s *starting) answers(path string, status int) func() bool {
	return func() bool {
		request, err := http.NewRequest(http.MethodGet, s.ports.server()+path, nil)
		if err != nil {
			return false
		}
		request.Header.Set("Authorization", "Bearer "+s.credentials.tokens["admin"])
		response, err := s.client.Do(request)
		if err != nil {
			return false
		}
		_ = response.Body.Close()
		return response.StatusCode == status
	}
}

func trusting(caPEM []byte) *http.Client {
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(caPEM)
	return &http.Client{
		Timeout:   5 * time.Second,
		Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots}},
	}
}

// keep remembers the first error; run looks at it before it starts anything.
func (s *starting) keep(err error) {
	if s.err == nil {
		s.err = err
	}
}
