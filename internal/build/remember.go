package build

import (
	"crypto/sha256"
	"time"

	"github.com/microleadership/playbook/internal/cache"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/output"
	"github.com/microleadership/playbook/internal/pack"
	"github.com/microleadership/playbook/internal/parallel"
	"github.com/microleadership/playbook/internal/playbook"
)

// rooms are what remembers something from one rebuild to the next, by the name of the
// section that it is saved in. There is one way to build: a builder that was loaded is one
// that has not been stopped.
func (b *Builder) rooms() []room {
	return []room{
		{"readings", b.saveReadings, b.loadReadings},
		{"history", b.saveHistory, b.loadHistory},
		{"press", b.press.save, b.press.load},
		{"checks", b.checker.Save, b.checker.Load},
		{"search", b.searcher.Save, b.searcher.Load},
	}
}

type room struct {
	name string
	save func(*pack.Writer)
	load func(*pack.Reader) error
}

// parting says whether rooms may forget what nobody is going to ask them again, since there will be
// no other rebuild: the last work, which is to make the pages, then has the memory that they took.
// What was loaded is mostly not saved again, and stays.
func (b *Builder) parting() bool { return !b.opts.Watching && !b.loaded }

// part lets a room forget, after what it remembers has been written to the cache ahead of the rest.
func (b *Builder) part(name string, save func(*pack.Writer), forget func()) {
	if b.cache != nil {
		section, err := b.cache.Ahead(cache.Section{Name: name, Save: save})
		if err != nil {
			return // the same will be said when all is saved
		}
		b.ahead[name] = section
	}
	forget()
}

// load takes up what another process has saved, all of it or none.
func (b *Builder) load() {
	if b.cache == nil || b.asked {
		return
	}
	b.asked = true
	rooms := b.rooms()
	var names []string
	for _, room := range rooms {
		names = append(names, room.name)
	}
	texts, ok := b.cache.Sections(names)
	if !ok {
		return
	}
	errs := make([]error, len(rooms))
	var work []func()
	for i, room := range rooms {
		work = append(work, func() { errs[i] = room.load(pack.NewReader(texts[i])) })
	}
	parallel.Do(work...)
	for _, err := range errs {
		if err != nil {
			b.forget(err.Error())
			return
		}
	}
	b.loaded = true
}

// forget makes the builder one that remembers nothing.
func (b *Builder) forget(why string) {
	b.cache.Discard(why)
	fresh := New(b.opts)
	b.scanner, b.parsed, b.history, b.checker, b.press, b.searcher = fresh.scanner, fresh.parsed, fresh.history, fresh.checker, fresh.press, fresh.searcher
}

// few is the share of entries, one in so many, up to which a change is not worth writing
// everything anew.
const few = 50

// Save saves what the builder remembers of a result, which was published with these stamps,
// or of which nothing was published: then stamps is nil.
//
// What is saved of an older state is as good as it was, since it is only found again by
// what it came from. So after a small change only what says that the site stands is
// written, and the next build makes the little that differs once more.
func (b *Builder) Save(r *Result, stamps *output.Stamps) error {
	switch {
	case b.cache == nil:
		return nil
	case r.Site == nil && (stamps == nil || !stamps.Changed() || b.cache.Discarded() != ""):
		return nil // it is what is saved already
	case r.Site == nil:
		return b.cache.Amend([]cache.Section{{Name: "sights", Save: b.scanner.Save}, {Name: "stamps", Save: stamps.Save}})
	}
	sections := []cache.Section{{Name: "sights", Save: b.scanner.Save}}
	if stamps != nil && b.last.from != [sha256.Size]byte{} {
		sections = append(sections, cache.Section{Name: "standing", Save: b.standing(r).save})
	}
	if stamps != nil {
		sections = append(sections, cache.Section{Name: "stamps", Save: stamps.Save})
	}
	if b.loaded && stamps != nil && r.Stats.Parsed*few < r.Stats.Files && b.press.made()*few < r.Stats.Pages {
		return b.cache.Amend(append(sections, cache.Section{Name: "history", Save: b.saveHistory}))
	}
	var all []cache.Section
	for _, room := range b.rooms() {
		section, ok := b.ahead[room.name]
		if !ok {
			section = cache.Section{Name: room.name, Save: room.save}
		}
		all = append(all, section)
	}
	var live []*cache.Ref
	for _, reading := range b.last.content.readings {
		live = append(live, &reading.place)
	}
	return b.cache.Save(live, append(all, sections...))
}

// kept is a reading as it is saved.
type kept struct {
	Facts   string
	List    diag.List
	Hash    [32]byte
	Version playbook.Version
	Place   cache.Ref
}

func (b *Builder) saveReadings(w *pack.Writer) {
	w.Count(len(b.last.content.readings))
	var one pack.Writer
	for _, r := range b.last.content.readings {
		one.Bytes = one.Bytes[:0]
		pack.Put(&one, &kept{r.facts, r.list, r.hash, r.version, r.place})
		w.Count(len(one.Bytes))
		w.Raw(one.Bytes)
	}
}

// loadReadings takes them apart on all processors.
func (b *Builder) loadReadings(r *pack.Reader) error {
	packed := make([]string, r.Count(1))
	for i := range packed {
		packed[i] = r.String()
	}
	if err := r.End(); err != nil {
		return err
	}
	readings := make([]*reading, len(packed))
	errs := make([]error, len(packed))
	parallel.Each(len(packed), 64, func() func(int) {
		return func(i int) { readings[i], errs[i] = b.unpack(packed[i]) }
	})
	for i, err := range errs {
		if err != nil {
			return err
		}
		b.parsed.put(readings[i].version, readings[i])
	}
	return nil
}

func (b *Builder) unpack(packed string) (*reading, error) {
	var k kept
	r := pack.NewReader(packed)
	pack.Get(r, &k)
	if err := r.End(); err != nil {
		return nil, err
	}
	out := &reading{list: k.List, hash: k.Hash, version: k.Version, facts: k.Facts, place: k.Place}
	return out, out.unpack()
}

func (b *Builder) saveHistory(w *pack.Writer) {
	if b.last.history == nil {
		w.String("")
		return
	}
	w.String(b.last.revision)
	w.Count(len(b.last.history))
	for file, c := range b.last.history {
		w.String(file)
		w.String(c.Time.Format(time.RFC3339Nano))
		pack.Put(w, &c.Authors)
		pack.Put(w, &c.Also)
	}
}

func (b *Builder) loadHistory(r *pack.Reader) error {
	revision := r.String()
	if revision == "" {
		return r.End()
	}
	h := history{}
	for range r.Count(4) {
		file := r.String()
		at, err := time.Parse(time.RFC3339Nano, r.String())
		if err != nil {
			r.Fail()
		}
		c := playbook.Change{Time: at}
		pack.Get(r, &c.Authors)
		pack.Get(r, &c.Also)
		h[file] = c
	}
	b.history.put(revision, h)
	return r.End()
}

func (p *press) save(w *pack.Writer) {
	w.Count(len(p.sheet))
	for address, s := range p.sheet {
		w.String(address)
		w.String(s.layout)
		pack.Put(w, &s.site)
		pack.Put(w, &s.texts)
		pack.Put(w, &s.sum)
	}
}

func (p *press) load(r *pack.Reader) error {
	const fewest = 50 // bytes that a sheet takes
	n := r.Count(fewest)
	sheets := make(map[string]*sheet, n)
	for range n {
		address := r.String()
		s := &sheet{layout: r.String()}
		pack.Get(r, &s.site)
		pack.Get(r, &s.texts)
		pack.Get(r, &s.sum)
		sheets[address] = s
	}
	if err := r.End(); err != nil {
		return err
	}
	p.sheet = sheets
	return nil
}
