package main

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"syscall"
	"time"
)

// cost is what a command took, with all processes that it started and waited for.
type cost struct {
	cpu     time.Duration // user and system
	elapsed time.Duration
	peak    int64 // bytes of resident memory, of the largest process
	code    int
}

// measure runs a shell's command and discards what it prints on standard output. Its error is that of the context where
// the command was ended because it took longer than most.
func measure(ctx context.Context, command, folder string, most time.Duration) (cost, error) {
	ctx, cancel := context.WithTimeout(ctx, most)
	defer cancel()
	cmd := exec.CommandContext(ctx, "sh", "-c", command)
	cmd.Env = append(os.Environ(), "FOLDER="+folder)
	cmd.Stderr = os.Stderr
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	began := time.Now()
	err := cmd.Run()
	elapsed := time.Since(began)
	if ctx.Err() != nil {
		return cost{}, ctx.Err()
	}
	var exited *exec.ExitError
	if err != nil && !errors.As(err, &exited) {
		return cost{}, err
	}
	usage := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	return cost{
		cpu:     cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(),
		elapsed: elapsed,
		peak:    usage.Maxrss * 1024,
		code:    cmd.ProcessState.ExitCode(),
	}, nil
}
