// Command checkload measures what programs cost that judge manifests, for a growing number of Deployments.
//
//	checkload [--most DURATION] [--beside COMMAND]... NAME COMMAND
//
// Each COMMAND is a shell's, in which $FOLDER is the folder of the manifests.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"text/tabwriter"
	"time"
)

var counts = []int{1, 100, 1000, 10000}

// program is one that is measured.
type program struct {
	name    string
	command string
	// strict says that an exit code other than 0 is a mistake: the program did not do what is measured.
	strict bool
	late   bool
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("checkload: ")
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer cancel()
	if err := run(ctx, os.Args[1:], os.Stdout); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context, args []string, out io.Writer) error {
	flags := flag.NewFlagSet("checkload", flag.ContinueOnError)
	most := flags.Duration("most", 10*time.Minute, "a run that takes longer is ended")
	var programs []*program
	flags.Func("beside", "a `command` to measure in the same run, such as 'program $FOLDER/*/*.yaml'; repeatable", func(command string) error {
		fields := strings.Fields(command)
		if len(fields) == 0 {
			return errors.New("it names no program")
		}
		programs = append(programs, &program{name: fields[0][strings.LastIndex(fields[0], "/")+1:], command: command})
		return nil
	})
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 2 {
		return errors.New("usage: checkload [--most DURATION] [--beside COMMAND]... NAME COMMAND")
	}
	ours := &program{name: flags.Arg(0), command: flags.Arg(1), strict: true}
	return table(ctx, append([]*program{ours}, programs...), *most, out)
}

func table(ctx context.Context, programs []*program, most time.Duration, out io.Writer) error {
	lines := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	defer lines.Flush()
	fmt.Fprintln(lines, "Deployments\tprogram\tCPU s\tMiB\telapsed s\texit code\t")
	for _, count := range counts {
		if err := withManifests(count, func(folder string) error {
			return rows(ctx, programs, folder, count, most, lines)
		}); err != nil {
			return err
		}
	}
	return nil
}

func rows(ctx context.Context, programs []*program, folder string, count int, most time.Duration, out io.Writer) error {
	for _, it := range programs {
		if it.late {
			continue
		}
		log.Printf("%s, %d Deployments", it.name, count)
		cost, err := measure(ctx, it.command, folder, most)
		switch {
		case errors.Is(err, context.DeadlineExceeded):
			it.late = true
			fmt.Fprintf(out, "%d\t%s\t\t\tmore than %.0f\t\t\n", count, it.name, most.Seconds())
		case err != nil:
			return err
		case it.strict && cost.code != 0:
			return fmt.Errorf("%s has exit code %d", it.name, cost.code)
		default:
			fmt.Fprintf(out, "%d\t%s\t%.2f\t%d\t%.2f\t%d\t\n",
				count, it.name, cost.cpu.Seconds(), cost.peak>>20, cost.elapsed.Seconds(), cost.code)
		}
	}
	return nil
}
