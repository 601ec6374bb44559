package source

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"sync"
)

var errClosed = errors.New("the files of this revision are closed")

// objects reads what is in a repository's objects, with one git for all of them.
type objects struct {
	ctx context.Context // of all that will be read; ends git
	dir string

	mu  sync.Mutex
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
	err error // nothing can be read after it
}

// read returns the bytes of an object whose size is known.
func (o *objects) read(name string, size int64) ([]byte, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.cmd == nil && o.err == nil {
		o.err = o.start()
	}
	if o.err != nil {
		return nil, o.err
	}
	b, err := o.next(name, size)
	if err != nil {
		o.err = err
	}
	return b, err
}

func (o *objects) start() (err error) {
	cmd := gitCommand(o.ctx, o.dir, "cat-file", "--batch")
	if o.in, err = cmd.StdinPipe(); err != nil {
		return err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("cannot run git: %w", err)
	}
	o.cmd, o.out = cmd, bufio.NewReader(out)
	return nil
}

// next asks for one object: a line with its name, kind and size comes, then its bytes.
func (o *objects) next(name string, size int64) ([]byte, error) {
	if _, err := io.WriteString(o.in, name+"\n"); err != nil {
		return nil, o.reason(err)
	}
	header, err := o.out.ReadString('\n')
	if err != nil {
		return nil, o.reason(err)
	}
	if strings.TrimSuffix(header, "\n") != fmt.Sprintf("%s blob %d", name, size) {
		return nil, fmt.Errorf("git does not have %s as it was promised", name)
	}
	b := make([]byte, size+1)
	if _, err := io.ReadFull(o.out, b); err != nil {
		return nil, o.reason(err)
	}
	return b[:size], nil
}

func (o *objects) reason(err error) error {
	if o.ctx.Err() != nil {
		return o.ctx.Err()
	}
	return fmt.Errorf("git cat-file: %w", err)
}

func (o *objects) failed() error {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.err
}

func (o *objects) close() {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.cmd != nil {
		_ = o.in.Close()
		_ = o.cmd.Wait() // all that was asked for has been read
	}
	o.cmd, o.err = nil, errClosed
}
