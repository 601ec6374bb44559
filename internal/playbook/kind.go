package playbook

// Kind tells which of the model's shapes an entry has.
type Kind string

// The three kinds of entry, and the plain pages beside them.
const (
	KindPrinciple Kind = "principle" // why does this work, and where does it stop?
	KindExample   Kind = "example"   // what exactly could I do or say?
	KindStory     Kind = "story"     // did it work for somebody, here?
	KindPage      Kind = "page"      // about, glossary, how to contribute
)

// Kinds lists every kind in the order in which readers meet them.
func Kinds() []Kind { return []Kind{KindPrinciple, KindExample, KindStory, KindPage} }

var kindDirs = map[Kind]string{
	KindPrinciple: "principles",
	KindExample:   "examples",
	KindStory:     "stories",
	KindPage:      "pages",
}

// Dir is the folder below content/ in which entries of this kind live.
func (k Kind) Dir() string { return kindDirs[k] }

// KindOfDir returns the kind whose entries live in dir.
func KindOfDir(dir string) (Kind, bool) {
	for _, k := range Kinds() {
		if k.Dir() == dir {
			return k, true
		}
	}
	return "", false
}
