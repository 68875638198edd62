// Package prom runs a real Prometheus that scrapes the simulated pods.
package prom

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"readygate.dev/devcluster/internal/loopback"
	"readygate.dev/devcluster/internal/supervise"
)

// Options of a Prometheus.
type Options struct {
	Binary     string
	Kubeconfig string
	Data       string // empty: a temporary folder
	Port       int    // 0: a free one
	Interval   time.Duration
	Targets    []Target
	Out        io.Writer // gets the one line when it is ready
}

// Answer is what a run tells others, on stdout and in prometheus.json.
type Answer struct {
	URL  string `json:"url"`
	PID  int    `json:"pid"`
	Data string `json:"data"`
	Log  string `json:"log"`
}

// Run returns when ctx has ended and Prometheus has stopped, or when it failed.
func Run(ctx context.Context, starter *supervise.Starter, options Options) (err error) {
	if options.Data == "" {
		if options.Data, err = os.MkdirTemp("", "prometheus-"); err != nil {
			return err
		}
		defer func() { _ = os.RemoveAll(options.Data) }()
	}
	if options.Binary, err = find(options.Binary); err != nil {
		return err
	}
	if err := os.MkdirAll(options.Data, 0o755); err != nil {
		return err
	}
	if err := options.discover(ctx); err != nil {
		return err
	}
	var process *supervise.Process
	err = loopback.Retry(func() error {
		process, err = options.start(ctx, starter)
		return err
	})
	if err != nil {
		return err
	}
	if err := process.Wait(ctx); ctx.Err() == nil {
		return err
	}
	return nil // told to stop
}

func find(binary string) (string, error) {
	for _, candidate := range []string{binary, "prometheus", "/usr/bin/prometheus"} {
		if found, err := exec.LookPath(candidate); err == nil {
			return filepath.Abs(found)
		}
		if binary != "" {
			return "", fmt.Errorf("%s is not a program", binary)
		}
	}
	return "", fmt.Errorf("there is no prometheus on the PATH: install it (Debian, Ubuntu: apt-get install prometheus) or name it with --binary")
}

func (o Options) start(ctx context.Context, starter *supervise.Starter) (*supervise.Process, error) {
	command, url, err := o.prepare()
	if err != nil {
		return nil, err
	}
	process, err := starter.Start(command)
	if err != nil {
		return nil, err
	}
	patient, cancel := context.WithTimeout(ctx, 5*time.Minute)
	defer cancel()
	if err := supervise.Await(patient, []*supervise.Process{process}, func() bool { return ready(url) }); err != nil {
		process.Stop(time.Second)
		return nil, err
	}
	return process, o.tell(Answer{URL: url, PID: process.PID, Data: o.Data, Log: process.Log})
}

func (o Options) prepare() (command supervise.Command, url string, err error) {
	port := o.Port
	if port == 0 {
		free, err := loopback.FreePorts(1)
		if err != nil {
			return command, "", err
		}
		port = free[0]
	}
	config := filepath.Join(o.Data, "prometheus.yaml")
	address := fmt.Sprintf("127.0.0.1:%d", port)
	command = supervise.Command{
		Name: "prometheus", Path: o.Binary, Log: filepath.Join(o.Data, "prometheus.log"),
		Args: []string{
			"--config.file=" + config, "--storage.tsdb.path=" + filepath.Join(o.Data, "tsdb"),
			"--web.listen-address=" + address, "--log.level=warn",
		},
	}
	return command, "http://" + address, os.WriteFile(config, []byte(o.config()), 0o600)
}

func ready(url string) bool {
	client := http.Client{Timeout: 5 * time.Second}
	response, err := client.Get(url + "/-/ready")
	if err != nil {
		return false
	}
	_ = response.Body.Close()
	return response.StatusCode == http.StatusOK
}

func (o Options) tell(answer Answer) error {
	line, err := json.Marshal(answer)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(o.Data, "prometheus.json"), append(line, '\n'), 0o600); err != nil {
		return err
	}
	_, err = fmt.Fprintln(o.Out, string(line))
	return err
}
