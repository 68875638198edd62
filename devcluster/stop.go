package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"text/tabwriter"

	"readygate.dev/devcluster/internal/session"
)

func stopCommand(_ context.Context, args []string) error {
	data, err := dataFlag("stop", args)
	if err != nil {
		return err
	}
	stopped, err := session.Stop(data)
	if err == nil && !stopped {
		fmt.Fprintf(os.Stderr, "no cluster is running in %s\n", data)
	}
	return err
}

// statusCommand exits with 3 when nothing runs, as service managers do.
func statusCommand(_ context.Context, args []string) error {
	data, err := dataFlag("status", args)
	if err != nil {
		return err
	}
	record, found, err := session.Read(data)
	if err != nil {
		return err
	}
	if !found || !record.Processes[0].Alive() {
		fmt.Printf("no cluster is running in %s\n", data)
		return exit(3)
	}
	fmt.Printf("%s  %s  KUBECONFIG=%s\n", record.State, record.Server, record.Kubeconfig)
	table := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', 0)
	for _, entry := range record.Processes {
		fmt.Fprintf(table, "%s\t%d\t%s\t%s\n", entry.Name, entry.PID, stateOf(entry), entry.Log)
	}
	return table.Flush()
}

func stateOf(entry session.Entry) string {
	switch {
	case entry.Exited != "":
		return entry.Exited
	case entry.Alive():
		return "running"
	default:
		return "gone"
	}
}

func dataFlag(command string, args []string) (string, error) {
	flags := flag.NewFlagSet("devcluster "+command, flag.ContinueOnError)
	data := flags.String("data", "", "`folder` the cluster was started with")
	if err := parse(flags, args); err != nil {
		return "", err
	}
	if *data == "" {
		return "", fmt.Errorf("%s needs --data", command)
	}
	return *data, nil
}
