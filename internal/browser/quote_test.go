//go:build browser

package browser

import "encoding/json"

// quote writes a string as JavaScript.
func quote(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err) // strings always can
	}
	return string(b)
}
