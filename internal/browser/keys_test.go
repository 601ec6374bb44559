//go:build browser

package browser

import (
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
)

// press types text or presses keys of package kb, as a keyboard does: one event brings
// the key and its character, so that a page which handles the key gets no character.
// chromedp.KeyEvent sends the character all the same.
func (b *tab) press(keys ...string) {
	b.Helper()
	for _, text := range keys {
		for _, r := range text {
			b.key(r, kb.ModifierNone)
		}
	}
}

func (b *tab) pressCtrl(key rune) {
	b.Helper()
	b.key(key, kb.ModifierCtrl)
}

func (b *tab) key(r rune, modifier kb.Modifier) {
	b.Helper()
	events := kb.Encode(r)
	down, up := *events[0], *events[len(events)-1]
	down.Modifiers |= int64(modifier)
	up.Modifiers |= int64(modifier)
	if len(events) == 3 && modifier == kb.ModifierNone {
		down.Text, down.UnmodifiedText = events[1].Text, events[1].UnmodifiedText
	}
	call(b, input.DispatchKeyEvent, down)
	call(b, input.DispatchKeyEvent, up)
}
