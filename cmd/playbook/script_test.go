package main

import (
	"io"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// The scripts in testdata/script run the program as a user does: its files, output and
// exit codes are all they see.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"playbook": main})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       os.Getenv("UPDATE_GOLDEN") != "",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("SOURCE_DATE_EPOCH", "1767225600") // 2026-01-01
			env.Setenv("GIT_CONFIG_GLOBAL", "/dev/null")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code":  code,
			"fetch": fetch,
			"hear":  hear,
			"until": until,
		},
	})
}

// code N CMD ARGS… runs a command that must end with exit code N.
func code(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N CMD ARGS…")
	}
	got := "0"
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		if exit, ok := err.(interface{ ExitCode() int }); ok {
			got = string(rune('0' + exit.ExitCode()))
		} else {
			ts.Fatalf("%v", err)
		}
	}
	if got != args[0] {
		ts.Fatalf("exit code %s, want %s", got, args[0])
	}
}

// patience bounds how long a script waits for something that happens in the background.
const scriptPatience = 2 * time.Minute

// fetch FILE PATH [TEXT…] asks the server whose first line of output is in FILE for a path until
// the answer holds every TEXT; ! fetch until it does not.
func fetch(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: fetch FILE PATH [TEXT…]")
	}
	var last string
	for end := time.Now().Add(scriptPatience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		base, ok := serverAddress(ts.ReadFile(args[0]))
		if !ok {
			continue
		}
		last = get(base + args[1])
		if holdsAll(last, args[2:]) != neg {
			return
		}
	}
	ts.Fatalf("%s: %v (negated: %v), last answer:\n%.2000s", args[1], args[2:], neg, last)
}

// until FILE TEXT waits until a file holds a text; ! until, until it does not, or is gone.
func until(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: until FILE TEXT")
	}
	for end := time.Now().Add(scriptPatience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		text, err := os.ReadFile(ts.MkAbs(args[0]))
		if (err == nil && strings.Contains(string(text), args[1])) != neg {
			return
		}
	}
	ts.Fatalf("%s does not (negated: %v) hold %q", args[0], neg, args[1])
}

func serverAddress(output string) (string, bool) {
	_, rest, ok := strings.Cut(output, " on http://")
	if !ok {
		return "", false
	}
	address, _, ok := strings.Cut(rest, "/ ")
	return "http://" + address, ok
}

func get(url string) string {
	resp, err := http.Get(url)
	if err != nil {
		return err.Error()
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return err.Error()
	}
	return resp.Status + "\n" + string(body)
}

func holdsAll(text string, parts []string) bool {
	for _, p := range parts {
		if !strings.Contains(text, p) {
			return false
		}
	}
	return true
}
