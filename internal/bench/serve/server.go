package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"time"

	"github.com/microleadership/playbook/internal/bench/hugo"
	"github.com/microleadership/playbook/internal/bench/measure"
	"github.com/microleadership/playbook/internal/bench/work"
)

// patience is how long a change may take to be seen, and a server to start.
const (
	patience      = 30 * time.Second
	startPatience = 10 * time.Minute
)

// server is a program that serves a folder while it changes.
type server struct {
	prefix  string // of its figures
	root    string
	partial string   // a file that every page has, from the root
	command []string // an address of this machine follows, and --port
	address string   // where it serves, with a slash at the end
	process *measure.Running
	client  *http.Client
	ready   time.Duration
}

// start starts one server after the other, and returns those that it tried to start.
func start(ctx context.Context, w work.Work, o options) ([]*server, error) {
	if err := addTheme(w.Playbook()); err != nil {
		return nil, err
	}
	all := []*server{{
		root: w.Playbook(), partial: partial,
		command: []string{o.Playbook, "serve", w.Playbook(), "--host"},
	}}
	if o.Rival {
		all = append(all, &server{
			prefix: "hugo_", root: w.Hugo(), partial: hugo.Footer,
			command: []string{o.Hugo, "server", "--source", w.Hugo(), "--bind"},
		})
	}
	for i, s := range all {
		if err := s.start(ctx, w.Path(s.prefix+"server.log")); err != nil {
			return all[:i+1], err
		}
	}
	return all, nil
}

// start runs the command until its first page is there.
func (s *server) start(ctx context.Context, log string) error {
	host, port, err := freePort()
	if err != nil {
		return err
	}
	s.address = "http://" + net.JoinHostPort(host, port) + "/"
	s.client = &http.Client{Timeout: patience}
	begin := time.Now()
	if s.process, err = measure.Start(ctx, log, append(s.command, host, "--port", port)...); err != nil {
		return err
	}
	for {
		if _, err := s.get(ctx, ""); err == nil {
			s.ready = time.Since(begin)
			return nil
		}
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case s.process.Err() != nil:
			return s.process.Err()
		case time.Since(begin) > startPatience:
			return fmt.Errorf("nothing is served on %s after %v", s.address, startPatience)
		}
		time.Sleep(5 * time.Millisecond)
	}
}

// freePort finds a port of the loopback interface that nobody uses.
func freePort() (host, port string, err error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", "", err
	}
	defer l.Close()
	return net.SplitHostPort(l.Addr().String())
}

// get returns what is served at an address of the site. The error says that nothing is.
func (s *server) get(ctx context.Context, address string) (string, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, s.address+address, nil)
	if err != nil {
		return "", err
	}
	resp, err := s.client.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err == nil && resp.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s%s: %s", s.address, address, resp.Status)
	}
	return string(text), err
}

// until asks for an address until what is there has the mark.
func (s *server) until(ctx context.Context, address, mark string) (fresh bool, err error) {
	for begin := time.Now(); time.Since(begin) < patience; {
		// The page may be missing, and a server may be busy with the change.
		if text, err := s.get(ctx, address); err == nil && strings.Contains(text, mark) {
			return true, nil
		}
		if ctx.Err() != nil {
			return false, ctx.Err()
		}
		if err := s.process.Err(); err != nil {
			return false, err
		}
		time.Sleep(500 * time.Microsecond)
	}
	return false, nil
}

func (s *server) path(file string) string { return filepath.Join(s.root, filepath.FromSlash(file)) }
