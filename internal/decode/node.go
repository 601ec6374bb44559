package decode

import "github.com/microleadership/playbook/internal/diag"

// shape is what a node is, whatever format it was written in.
type shape uint8

const (
	shapeNull shape = iota
	shapeText
	shapeNumber
	shapeBool
	shapeList
	shapeMap
	shapeRefused // already reported; nothing more is to be said of it
)

func (s shape) String() string {
	return [...]string{"nothing", "text", "a number", "true or false", "a list", "a group of fields", "what is not supported"}[s]
}

// Node is a value as an author wrote it.
type Node struct {
	shape  shape
	text   string // scalars: the value as written, unquoted
	items  []*Node
	pairs  []pair
	pos    diag.Position
	length int
}

// pair is one key of a map with its value, in the order written.
type pair struct {
	key    string
	pos    diag.Position
	length int
	value  *Node
}

func runeLen(s string) int { return max(1, len([]rune(s))) }
