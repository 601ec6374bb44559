package main

import (
	"bufio"
	"context"
	"net/http"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// hear FILE TEXT… listens to the events of the server whose first line of output is in FILE until
// one holds every TEXT.
func hear(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: hear FILE TEXT…")
	}
	ctx, cancel := context.WithTimeout(context.Background(), scriptPatience)
	defer cancel()
	var last string
	for ; ctx.Err() == nil; time.Sleep(20 * time.Millisecond) {
		base, ok := serverAddress(ts.ReadFile(args[0]))
		if !ok {
			continue
		}
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, base+"/_playbook/events", nil)
		ts.Check(err)
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			continue
		}
		defer resp.Body.Close()
		for lines := bufio.NewScanner(resp.Body); lines.Scan(); {
			if last = lines.Text(); holdsAll(last, args[1:]) {
				return
			}
		}
	}
	ts.Fatalf("%v was not heard, but last:\n%.2000s", args[1:], last)
}
