// Package program renders what html/template has escaped, only faster.
//
// A layout is an ordinary html/template. Once that package has escaped a set, its parse
// trees say everything: each action ends in the escapers that its place in the page
// needs. Compile turns these trees into Go closures that walk values by reflection, but
// look up a field's name once for a type, call no function by reflection that has a
// common type, and write strings straight into the page.
//
// Why it is safe:
//
//   - The trees that run are those that html/template has escaped, and an action that does
//     not end in an escaper is refused. Which escaper stands where is never decided here.
//   - An escaper is either written anew here, for the common cases, or borrowed: then
//     html/template escapes that one value.
//   - What is not understood when a template is compiled (a method, a call of a function
//     value, a template called inside of an attribute) is an error of Compile.
//   - Whatever is not as expected while a page is made (a nil pointer, an unknown field, a
//     channel, a function's error) is an error of Append, and nothing of the page is kept.
//
// After either error the page is rendered by html/template, and its bytes or its mistake
// are what counts. So a program only has to be right where it succeeds; that it gives the
// same bytes there is what the properties beside it try to refute.
package program

import (
	"errors"
	"fmt"
	"html/template"
	"io"
	"reflect"
	"sync"
	"text/template/parse"
)

// Program makes the pages of one template. It may be used by several goroutines at once.
type Program struct {
	page *routine
	runs sync.Pool
}

// Compile makes a program of the template with this name. functions are those that the
// set was made with. They have to give the same answer to the same arguments whenever
// they are asked, since one whose arguments stand in the template is asked only once.
func Compile(set *template.Template, name string, functions template.FuncMap) (*Program, error) {
	var unsafe *template.Error
	if err := set.ExecuteTemplate(io.Discard, name, nil); errors.As(err, &unsafe) {
		return nil, err // now it is escaped, whatever it says of a page without a view
	}
	c := &compiler{set: set, functions: functions, routines: map[string]*routine{}, tree: &parse.Tree{}}
	page := c.routine(name, &parse.TemplateNode{Name: name})
	if c.err != nil {
		return nil, c.err
	}
	return &Program{page: page, runs: sync.Pool{New: func() any { return new(run) }}}, nil
}

// Append appends the page that the template makes of view. After an error the page is to
// be rendered by html/template; what the error says is of interest to nobody else.
func (p *Program) Append(dst []byte, view any) (page []byte, err error) {
	r := p.runs.Get().(*run)
	r.out = dst
	defer func() {
		if failed := recover(); failed != nil { // r may be in any state and is not used again
			page, err = dst, fmt.Errorf("%v", failed)
		}
	}()
	if _, ok := view.(reflect.Value); ok {
		giveUp("a reflect.Value as the view")
	}
	p.page.run(r, reflect.ValueOf(view))
	page, r.out = r.out, nil
	clear(r.args[:cap(r.args)])
	p.runs.Put(r)
	return page, nil
}

// run is the making of one page.
type run struct {
	out   []byte
	vars  []value // of all templates that are being executed, one frame after the other
	frame int     // where those of the innermost one start
	args  []value // of the functions that are being called
	depth int     // how many there are
}

// maxDepth bounds templates that call themselves; html/template goes on for longer.
const maxDepth = 1000

// giveUp ends the making of a page: html/template has to do it, or to say why not.
func giveUp(why string) { panic(errors.New(why)) }

// step is a part of a template that writes to the page or changes a variable.
type step func(r *run, dot reflect.Value) signal

// signal says where to go on after a step.
type signal uint8

const (
	goOn      signal = iota
	nextRound        // {{continue}}
	leaveLoop        // {{break}}
)

type steps []step

func (s steps) run(r *run, dot reflect.Value) signal {
	for _, one := range s {
		if next := one(r, dot); next != goOn {
			return next
		}
	}
	return goOn
}

// routine is a template that can be called.
type routine struct {
	steps steps
	slots int    // how many variables there are at most, with $
	text  []byte // all of it, when it has no steps
	done  bool   // false while its own parts are compiled
}

func (t *routine) run(r *run, dot reflect.Value) {
	if r.depth++; r.depth > maxDepth {
		giveUp("templates call each other too deeply")
	}
	frame := r.frame
	r.frame = len(r.vars)
	for range t.slots {
		r.vars = append(r.vars, value{})
	}
	r.vars[r.frame] = value{Value: dot}
	r.out = append(r.out, t.text...)
	t.steps.run(r, dot)
	clear(r.vars[r.frame:]) // the view is not kept
	r.vars, r.frame = r.vars[:r.frame], frame
	r.depth--
}
