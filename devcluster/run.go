package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"strings"

	"readygate.dev/devcluster/internal/cluster"
	"readygate.dev/devcluster/internal/supervise"
)

func runCommand(ctx context.Context, args []string) error {
	options := cluster.Options{Out: os.Stdout}
	flags := flag.NewFlagSet("devcluster run", flag.ContinueOnError)
	flags.StringVar(&options.Data, "data", "", "`folder` for logs, kubeconfig and cluster.json (default: a temporary one, removed at the end)")
	flags.StringVar(&options.Bin, "bin", programs(), "`folder` with etcd, kube-apiserver, ... (default: $KUBEBUILDER_ASSETS, or where devcluster itself is)")
	flags.IntVar(&options.Nodes, "nodes", 3, "simulated nodes, spread over 3 zones")
	flags.StringVar(&options.API.FeatureGates, "feature-gates", "", "passed on to kube-apiserver")
	flags.StringVar(&options.API.RuntimeConfig, "runtime-config", "", "passed on to kube-apiserver")
	flags.StringVar(&options.API.DisableAdmissionPlugins, "disable-admission-plugins", "", "passed on to kube-apiserver")
	flags.BoolVar(&options.API.Audit, "audit", false, "record every write with its author in DATA/logs/audit.log")
	flags.StringVar(&options.Setup, "setup", "", "shell `command` run once when Kubernetes is ready; its failure stops everything")
	flags.StringVar(&options.After, "after", "", "shell `command` run once when the --also programs have started; its failure stops everything")
	flags.Func("also", "`NAME=COMMAND` of a program that lives as long as the cluster (repeatable)", also(&options))
	lifeline := flags.Bool("lifeline-stdin", false, "stop when stdin ends")
	detached := flags.Bool("detach", false, "return when everything has started, and leave it running (needs --data)")
	if err := parse(flags, args); err != nil {
		return err
	}
	if *detached {
		return detach(ctx, options.Data, args)
	}
	return supervised(ctx, *lifeline, func(ctx context.Context, starter *supervise.Starter) error {
		return cluster.Run(ctx, starter, options)
	})
}

func also(options *cluster.Options) func(string) error {
	return func(text string) error {
		name, line, found := strings.Cut(text, "=")
		if !found || name == "" || strings.ContainsAny(name, "/ ") {
			return fmt.Errorf("it reads NAME=COMMAND")
		}
		options.Companions = append(options.Companions, cluster.Companion{Name: name, Line: line})
		return nil
	}
}

func parse(flags *flag.FlagSet, args []string) error {
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("unexpected: %s", strings.Join(flags.Args(), " "))
	}
	return nil
}
