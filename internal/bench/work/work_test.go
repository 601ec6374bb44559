package work

import (
	"context"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// TestMain lets the test's own program be the one that Open starts again.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == "prepare" {
		os.Exit(Main(nil))
	}
	os.Exit(m.Run())
}

func count(t *testing.T, pattern string) int {
	t.Helper()
	found, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	return len(found)
}

func TestOpenWritesBothForms(t *testing.T) {
	for rival, want := range map[bool]int{true: 30, false: 0} {
		w, remove, err := Open(t.Context(), Options{Entries: 30, Seed: 1, Rival: rival})
		if err != nil {
			t.Fatal(err)
		}
		if n := count(t, w.Playbook()+"/content/*/*.md"); n < 30 {
			t.Errorf("the playbook has %d files", n)
		}
		if n := count(t, w.Hugo()+"/content/*/*.md"); n != want {
			t.Errorf("Hugo has %d entries with rival=%v, want %d", n, rival, want)
		}
		if n := count(t, w.Hugo()+"/hugo.toml"); (n == 1) != rival {
			t.Errorf("Hugo's site has %d settings with rival=%v", n, rival)
		}
		remove()
		if _, err := os.Stat(w.Dir); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("the folder is still there: %v", err)
		}
	}
}

func TestAKeptFolderIsNotUsedTwice(t *testing.T) {
	o := Options{Entries: 30, Seed: 1, Keep: filepath.Join(t.TempDir(), "kept")}
	w, remove, err := Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	remove()
	if n := count(t, w.Playbook()+"/content/*/*.md"); n < 30 {
		t.Errorf("of a folder to keep, %d files are left", n)
	}
	if _, _, err := Open(t.Context(), o); err == nil {
		t.Error("a second run would measure what the first left")
	}
}

func TestParse(t *testing.T) {
	for _, args := range [][]string{{"-n", "5"}, {"-n", "many"}, {"100"}, {"-unknown"}} {
		flags := flag.NewFlagSet("test", flag.ContinueOnError)
		flags.SetOutput(io.Discard)
		var o Options
		o.Flags(flags)
		if err := Parse(flags, &o, args); !errors.Is(err, ErrUsage) {
			t.Errorf("%v: %v", args, err)
		}
	}
	flags := flag.NewFlagSet("test", flag.ContinueOnError)
	var o Options
	o.Flags(flags)
	if err := Parse(flags, &o, []string{"-n", "50", "-rival=false"}); err != nil || o.Entries != 50 || o.Rival || o.Playbook == "" {
		t.Errorf("%+v, %v", o, err)
	}
}

func TestMainSaysHowItEnded(t *testing.T) {
	for want, err := range map[int]error{0: nil, 2: ErrUsage, 3: errors.New("broken")} {
		if got := Main(func(context.Context, []string) error { return err }); got != want {
			t.Errorf("%v ends with %d, want %d", err, got, want)
		}
	}
}
