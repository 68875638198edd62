package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestManifestsAreSpreadOverNamespaces(t *testing.T) {
	var gone string
	err := withManifests(101, func(folder string) error {
		gone = folder
		files, err := filepath.Glob(filepath.Join(folder, "*", "*.yaml"))
		if len(files) != 101 {
			t.Errorf("%d files", len(files))
		}
		folders, _ := os.ReadDir(folder)
		if len(folders) != namespaces {
			t.Errorf("%d folders", len(folders))
		}
		text, _ := os.ReadFile(filepath.Join(folder, "shop-00", "app-00100.yaml"))
		if strings.Count(string(text), "\nkind: ") != 4 || strings.Contains(string(text), "%!") {
			t.Errorf("it has not four objects: %s", text)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(gone); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%s is still there", gone)
	}
}

func TestWhatACommandTookIsThatOfItsChildren(t *testing.T) {
	busy := "sh -c 'i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done'; test \"$FOLDER\" = here || exit 9; exit 3"
	cost, err := measure(t.Context(), busy, "here", time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	if cost.code != 3 || cost.cpu <= 0 || cost.elapsed <= 0 || cost.peak < 1<<18 {
		t.Errorf("%+v", cost)
	}
}

func TestACommandThatTakesTooLongIsEnded(t *testing.T) {
	_, err := measure(t.Context(), "sleep 600; true", "", 50*time.Millisecond)
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Fatal(err)
	}
}

func TestEachProgramHasALine(t *testing.T) {
	counts = []int{1, 2}
	t.Cleanup(func() { counts = []int{1, 100, 1000, 10000} })
	var out bytes.Buffer
	err := run(t.Context(), []string{
		"--beside", "/bin/sh -c 'test -d \"$FOLDER\"; exit 4'", "ours", "test -d \"$FOLDER\"",
	}, &out)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != 5 {
		t.Fatalf("%d lines: %s", len(lines), out.String())
	}
	for i, want := range [][]string{{"1", "ours", "0"}, {"1", "sh", "4"}, {"2", "ours", "0"}, {"2", "sh", "4"}} {
		fields := strings.Fields(lines[i+1])
		if fields[0] != want[0] || fields[1] != want[1] || fields[len(fields)-1] != want[2] {
			t.Errorf("%q is not %v", lines[i+1], want)
		}
	}
}

func TestOneThatIsTooLateIsLeftOutFromThenOn(t *testing.T) {
	counts = []int{1, 2}
	t.Cleanup(func() { counts = []int{1, 100, 1000, 10000} })
	var out bytes.Buffer
	if err := run(t.Context(), []string{"--most", "1s", "--beside", "sleep 600", "ours", "true"}, &out); err != nil {
		t.Fatal(err)
	}
	if strings.Count(out.String(), "sleep") != 1 || !strings.Contains(out.String(), "more than 1") {
		t.Error(out.String())
	}
}

func TestOursHasToSucceed(t *testing.T) {
	var out bytes.Buffer
	err := run(t.Context(), []string{"ours", "exit 2"}, &out)
	if err == nil || err.Error() != "ours has exit code 2" {
		t.Errorf("%v", err)
	}
}
