package output_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"github.com/microleadership/playbook/internal/output"
)

var ctx = context.Background()

// job is what a second process has to do; the test binary is that process when the
// environment names a job's file.
type job struct {
	Dir     string
	Site    site
	Wait    time.Duration
	DieAt   int64  // kill yourself before this step, counted from 1
	HoldAt  string // say so at this step, then go on when the standard input ends
	MaxFile uint64 // no file may grow beyond this, as on a full disk
}

const jobVariable = "PLAYBOOK_TEST_JOB"

func TestMain(m *testing.M) {
	file := os.Getenv(jobVariable)
	if file == "" {
		os.Exit(m.Run())
	}
	var j job
	text, err := os.ReadFile(file)
	if err := errors.Join(err, json.Unmarshal(text, &j)); err != nil {
		panic(err)
	}
	if err := j.do(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func (j job) do() error {
	if j.MaxFile > 0 {
		limitFiles(j.MaxFile)
	}
	var steps atomic.Int64 // staging takes its steps side by side
	opts := output.Options{Wait: j.Wait}.WithStep(func(name string) error {
		if steps.Add(1) == j.DieAt {
			die()
		}
		if name == j.HoldAt {
			fmt.Println("holding")
			_, err := bufio.NewReader(os.Stdin).ReadByte()
			_ = err // the end of the input is the sign
		}
		return nil
	})
	_, err := output.Publish(ctx, j.Dir, j.Site.files(), opts)
	return err
}

// die ends the process as a power cut would: nothing deferred runs.
func die() {
	self, err := os.FindProcess(os.Getpid())
	if err == nil {
		err = self.Kill()
	}
	time.Sleep(time.Minute)
	panic(errors.Join(errors.New("still alive"), err))
}

func (j job) command(t testing.TB) *exec.Cmd {
	t.Helper()
	text, err := json.Marshal(j)
	file := filepath.Join(t.TempDir(), "job")
	if err := errors.Join(err, os.WriteFile(file, text, 0o644)); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), jobVariable+"="+file)
	return cmd
}
