//go:build browser

package browser

import (
	"fmt"
	"sync"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
)

// ear hears what goes on in a tab.
type ear struct {
	mu       sync.Mutex
	trouble  []string // errors and warnings of the console, exceptions, refusals by policy
	requests []request
}

// request is an address that was asked for, and the page that wanted it.
type request struct{ address, page string }

func (e *ear) hear(event any) {
	e.mu.Lock()
	defer e.mu.Unlock()
	switch event := event.(type) {
	case *network.EventRequestWillBeSent:
		e.requests = append(e.requests, request{event.Request.URL, event.DocumentURL})
	case *log.EventEntryAdded:
		if level := event.Entry.Level; level == log.EntryLevelError || level == log.EntryLevelWarning {
			e.trouble = append(e.trouble, fmt.Sprintf("%s: %s %s", event.Entry.Source, event.Entry.Text, event.Entry.URL))
		}
	case *runtime.EventConsoleAPICalled:
		switch event.Type {
		case runtime.ConsoleAPICalledTypeError, runtime.ConsoleAPICalledTypeWarning, runtime.ConsoleAPICalledTypeAssert:
			e.trouble = append(e.trouble, fmt.Sprintf("console.%s", event.Type))
		}
	case *runtime.EventExceptionThrown:
		text := event.ExceptionDetails.Text
		if thrown := event.ExceptionDetails.Exception; thrown != nil {
			text += " " + thrown.Description
		}
		e.trouble = append(e.trouble, text)
	}
}

// heard returns the trouble and the requests since it was last asked.
func (e *ear) heard() (trouble []string, requests []request) {
	e.mu.Lock()
	defer e.mu.Unlock()
	trouble, requests = e.trouble, e.requests
	e.trouble, e.requests = nil, nil
	return trouble, requests
}
