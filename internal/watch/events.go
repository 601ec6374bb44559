package watch

import (
	"context"
	"errors"
	"time"
)

// mostWait bounds how long a burst of events may put off a hint.
const mostWait = 500 * time.Millisecond

// events hints after each burst of file system events. It returns when the context
// ends or events cannot be relied on.
func events(ctx context.Context, opts Options, out chan<- Hint) error {
	w := &watcher{opts: opts}
	defer w.close()
	if err := w.begin(); err != nil {
		return err
	}
	box := outbox{to: out}
	box.put(places{all: true})

	look := time.NewTicker(opts.Every)
	defer look.Stop()
	var quiet <-chan time.Time // nil while nothing is to be told
	var since time.Time        // when the first of what is to be told was found
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case e, open := <-w.notify.Events:
			if !open {
				return errors.New("the system ended it")
			}
			if err := w.see(e); err != nil {
				return err
			}
		case <-w.lost:
			w.beginAnew()
		case <-look.C:
			w.look()
		case <-quiet:
			quiet = nil
			if err := w.tell(&box); err != nil {
				return err
			}
			continue
		case box.ready() <- box.hint:
			box.taken()
			continue
		}
		if !w.news {
			continue // of a neighbour: it must not put off what is to be told
		}
		w.news = false
		if quiet == nil {
			since = time.Now()
		}
		// A program that writes without pause must not keep everyone waiting for quiet.
		quiet = time.After(min(opts.Settle, time.Until(since.Add(mostWait))))
	}
}

// tell moves what was found into the box. All new folders are watched by then, so that a
// file made in between is seen either by the look that follows or by an event.
func (w *watcher) tell(box *outbox) error {
	if w.stale {
		if err := w.begin(); err != nil {
			return err
		}
		w.found.addAll()
	}
	box.put(w.found)
	w.found = places{}
	return nil
}
