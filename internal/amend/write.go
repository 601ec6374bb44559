package amend

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"time"
)

func (t *yamlTree) field(name, value string) string { return name + ": " + t.write(value, "") }

// write keeps the quotes that there are. Without any, words and days need none.
func (t *yamlTree) write(value, like string) string {
	switch {
	case strings.HasPrefix(like, "'") && printable(value):
		return "'" + strings.ReplaceAll(value, "'", "''") + "'"
	case !strings.HasPrefix(like, `"`) && !strings.HasPrefix(like, "'") && (isDay(value) || words.MatchString(value) && !reserved[value]):
		return value
	}
	return quoted(value)
}

// words are read as text without quotes by whatever reads YAML, except for those that
// some take to be something else.
var (
	words    = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	reserved = map[string]bool{"true": true, "false": true, "yes": true, "no": true, "on": true, "off": true, "y": true, "n": true, "null": true}
)

func (t *tomlTree) field(name, value string) string { return name + " = " + t.write(value, "") }

func (t *tomlTree) write(value, like string) string {
	switch isQuoted := strings.HasPrefix(like, "'") || strings.HasPrefix(like, `"`); {
	case !isQuoted && isDay(value):
		return value
	case strings.HasPrefix(like, "'") && !strings.Contains(value, "'") && printable(value):
		return "'" + value + "'"
	}
	return quoted(value)
}

func isDay(value string) bool {
	_, err := time.Parse(time.DateOnly, value)
	return err == nil
}

func printable(value string) bool {
	return !strings.ContainsFunc(value, func(r rune) bool {
		return r < ' ' || r >= 0x7F && r <= 0xA0 || r == '\u2028' || r == '\u2029' || r == '\uFEFF'
	})
}

// quoted is a text in double quotes, which YAML and TOML read as JSON does.
func quoted(value string) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(value) // a string always can be
	return strings.TrimSuffix(b.String(), "\n")
}
