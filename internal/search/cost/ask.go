package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/microleadership/playbook/internal/chrome"
	"github.com/microleadership/playbook/internal/search/cost/corpus"
)

const (
	firsts   = 10 // first queries, each with an empty cache
	furthers = 40 // after one of them
	typed    = 10 // of those letter by letter, which takes its time
	rounds   = 5  // of those again, for times
	pace     = 120 * time.Millisecond
	calm     = 200 * time.Millisecond // nothing happens for so long: the query is done
	briefly  = 50 * time.Millisecond  // the same where nothing needs loading
)

// ask lets the browser ask every engine the same queries.
func ask(ctx context.Context, w work, engines []engine, verbose bool) error {
	queries, err := readAll(corpus.Lines[corpus.Query](w.queries()))
	if err != nil {
		return err
	}
	if len(queries) < firsts+furthers {
		return fmt.Errorf("%d queries are too few, %d are asked", len(queries), firsts+furthers)
	}
	browser, stop, err := chrome.Start(ctx, w.profile())
	if err != nil {
		return err
	}
	defer stop()
	host := newServer(w.served())
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	defer listener.Close()
	go func() { _ = http.Serve(listener, host) }() // it ends when the listener is closed
	for _, e := range engines {
		say("%s answers", e.name)
		code, err := e.publish(w, w.engine(e))
		if err != nil {
			return fmt.Errorf("%s: %w", e.name, err)
		}
		v := visit{browser: browser, host: host, address: "http://" + listener.Addr().String() + "/" + e.name + "/"}
		if err := v.measure(e.name, code, queries[:firsts+furthers], verbose); err != nil {
			return fmt.Errorf("%s: %w", e.name, err)
		}
	}
	return nil
}

// visit is a reader's visit to one engine's page.
type visit struct {
	browser context.Context
	host    *server
	address string
}

// reply is what reader.js says of a query, with what was loaded for it.
type reply struct {
	MS      float64 // from the input event to the last change
	First   float64 // when the first results were in the page, in ms of Unix time
	Painted float64 // when they were drawn
	Shown   int

	loaded []answer
}

// paint is how long it took from the last byte that the first results needed to their
// being drawn, in ms. The server's clock tells, since a page does not know what
// its workers load.
func (r reply) paint() (float64, bool) {
	last := 0.0
	for _, a := range r.loaded {
		if sent := float64(a.sent.UnixMicro()) / 1000; sent <= r.First {
			last = max(last, sent)
		}
	}
	return r.Painted - last, last > 0 && r.Painted > 0
}

func quote(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // strings and lists of them only
	}
	return string(b)
}

// enter opens the page and the search in it; all that is loaded from here on counts.
func (v visit) enter(t tab) error {
	if err := t.open(v.address); err != nil {
		return err
	}
	script, err := pages.ReadFile("pages/reader.js")
	if err != nil {
		return err
	}
	if _, err := eval[bool](t, string(script)); err != nil {
		return err
	}
	v.rest()
	v.host.take()
	_, err = eval[bool](t, "reader.open()")
	return err
}

// one asks a query, at once or letter by letter, and waits until nothing more is loaded.
func (v visit) one(t tab, query string, letters bool) (reply, error) {
	call := fmt.Sprintf("reader.ask(%s, %d)", quote(query), calm.Milliseconds())
	if letters {
		call = fmt.Sprintf("reader.type(%s, %d, %d)", quote(query), calm.Milliseconds(), pace.Milliseconds())
	}
	r, err := eval[reply](t, call)
	if err != nil {
		state, _ := eval[string](t, "reader.state()")
		return r, fmt.Errorf("%q: %w; the page shows %s", query, err, state)
	}
	v.rest()
	r.loaded = v.host.take()
	return r, nil
}

func (v visit) rest() {
	for !v.host.quiet(calm) {
		time.Sleep(calm / 10)
	}
}
