package decode

import "strings"

// listHint shows how a list of such items is written.
func listHint(f Field, n *Node, item *form) string {
	switch {
	case item.takes == takesGroup:
		return "write a list; " + item.hint()
	case n.shape == shapeMap:
		return "write a list, each item on a line that starts with a hyphen"
	}
	return "write a list: " + f.Name + ": [" + clip(firstLine(n.text)) + "]"
}

// hint names the fields of a group.
func (f *form) hint() string {
	var names []string
	for _, field := range f.fields {
		names = append(names, field.Name)
	}
	return "it has the fields " + strings.Join(names, ", ")
}

// clip keeps a message readable when a hostile file has a key of 2,000 letters.
func clip(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

func lowerFirst(s string) string {
	if s == "" {
		return ""
	}
	r := []rune(strings.TrimSuffix(s, "."))
	return strings.ToLower(string(r[:1])) + string(r[1:])
}
