package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

// detach starts the same run in a session of its own and shows what it tells until everything has started.
func detach(ctx context.Context, data string, args []string) error {
	if data == "" {
		return errors.New("--detach needs --data, so that the cluster can be found again")
	}
	log, err := detachedLog(data)
	if err != nil {
		return err
	}
	defer func() { _ = log.Close() }()
	cmd, line, err := startDetached(args, log)
	if err != nil {
		return err
	}
	answer := make(chan string)
	go func() {
		text, _ := bufio.NewReader(line).ReadString('\n') // or nothing, when the run ends first
		answer <- string(text)
	}()
	for {
		select {
		case text := <-answer:
			show(log)
			return started(cmd, text)
		case <-ctx.Done():
			_ = cmd.Process.Signal(syscall.SIGTERM)
			ctx = context.WithoutCancel(ctx)
		case <-time.After(100 * time.Millisecond):
			show(log)
		}
	}
}

func detachedLog(data string) (*os.File, error) {
	logs := filepath.Join(data, "logs")
	if err := os.MkdirAll(logs, 0o755); err != nil {
		return nil, err
	}
	return os.Create(filepath.Join(logs, "devcluster.log"))
}

func startDetached(args []string, log *os.File) (*exec.Cmd, io.Reader, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, nil, err
	}
	args = slices.DeleteFunc(slices.Clone(args), func(arg string) bool { return strings.TrimLeft(arg, "-") == "detach" })
	cmd := exec.Command(self, append([]string{"run"}, args...)...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	if cmd.Stderr, err = os.OpenFile(log.Name(), os.O_WRONLY|os.O_APPEND, 0o644); err != nil {
		return nil, nil, err
	}
	line, err := cmd.StdoutPipe()
	if err != nil {
		return nil, nil, err
	}
	return cmd, line, cmd.Start()
}

// show prints what the log has gained since the last time.
func show(log *os.File) { _, _ = io.Copy(os.Stderr, log) }

func started(cmd *exec.Cmd, line string) error {
	if line == "" {
		_ = cmd.Wait()
		return exit(max(1, cmd.ProcessState.ExitCode()))
	}
	fmt.Print(line)
	return nil
}
