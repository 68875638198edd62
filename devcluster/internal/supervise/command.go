// Package supervise starts child processes that never outlive this one, watches them and stops them.
package supervise

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// Command says how to start a child.
type Command struct {
	Name string
	Path string
	Args []string
	Env  []string // added to this process's environment
	Log  string   // file that gets its output
	Echo io.Writer
}

// Shell is a command line run by /bin/sh, in which $VARIABLES and quotes work.
func Shell(name, line, log string) Command {
	return Command{Name: name, Path: "/bin/sh", Args: []string{"-c", line}, Log: log}
}

func (c Command) prepare() (*exec.Cmd, *os.File, error) {
	if err := os.MkdirAll(filepath.Dir(c.Log), 0o755); err != nil {
		return nil, nil, err
	}
	log, err := os.Create(c.Log)
	if err != nil {
		return nil, nil, err
	}
	cmd := exec.Command(c.Path, c.Args...)
	cmd.Env = append(os.Environ(), c.Env...)
	cmd.Stdout = log
	if c.Echo != nil {
		cmd.Stdout = io.MultiWriter(log, c.Echo)
		cmd.WaitDelay = time.Second // a grandchild may keep the pipe open
	}
	cmd.Stderr = cmd.Stdout
	cmd.SysProcAttr = boundToParent()
	return cmd, log, nil
}
