// Command devcluster runs a real Kubernetes control plane with simulated nodes on this machine.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"os/signal"
	"syscall"
)

const usage = `devcluster runs a real Kubernetes control plane with simulated nodes on this machine.

  devcluster run         start a cluster; it lives until this process ends
  devcluster status      what runs in a data folder, and what ended
  devcluster stop        stop the cluster of a data folder, also one whose run was killed
  devcluster prometheus  start a Prometheus that scrapes a cluster's pods
  devcluster bench       start a cluster and measure how fast many pods become Ready

devcluster COMMAND -h shows the flags of a command.
`

var commands = map[string]func(context.Context, []string) error{
	"run":        runCommand,
	"status":     statusCommand,
	"stop":       stopCommand,
	"prometheus": prometheusCommand,
	"bench":      benchCommand,
	"guard":      guardCommand,
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("devcluster: ")
	if len(os.Args) < 2 || commands[os.Args[1]] == nil {
		fmt.Fprint(os.Stderr, usage)
		os.Exit(2)
	}
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer cancel()
	if err := commands[os.Args[1]](ctx, os.Args[2:]); err != nil {
		os.Exit(report(err))
	}
}

// exit is an error that has been told already.
type exit int

func (e exit) Error() string { return fmt.Sprintf("exit status %d", int(e)) }

func report(err error) int {
	var told exit
	switch {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case errors.As(err, &told):
		return int(told)
	default:
		log.Print(err)
		return 1
	}
}
