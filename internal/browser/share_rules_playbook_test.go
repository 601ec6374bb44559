//go:build browser

package browser

import "testing/fstest"

// sharePlaybook is a playbook in memory that stories are handed in to, with more settings.
func sharePlaybook(settings string) fstest.MapFS {
	principle := func(id, title, more string) string {
		return "---\ntitle: " + title + "\nsummary: What it is.\n" + more + "statement: It works.\npractice: Ask once.\ntags: [questions]\n---\n\n## Why\n\n" + id + " stands here.\n"
	}
	example := func(title, principle, more string) string {
		return "---\ntitle: " + title + "\nsummary: What one could do.\nprinciples: [" + principle + "]\nact: Ask.\n" +
			"way: by-example\ntoward: [peer]\naction: think\nmagnitude: tiny\n" + more + "---\n\n## The moment\n\nOf " + title + ".\n"
	}
	files := map[string]string{
		"content/playbook.yaml":       "title: A <playbook> & “more”\ndescription: In memory.\n" + settings,
		"content/principles/ask.md":   principle("ask", "Ask first", "lens: influence\n"),
		"content/principles/serve.md": principle("serve", "Serve in small ways", "lens: service\n"),
		"content/principles/share.md": principle("share", "Share what you know", "lens: influence\n"),
		"content/examples/bad-day.md": example("Ask about the bad day", "ask", "tags: [c++, Set up]\n"),
		"content/examples/map.md":     example("Draw the map", "share", "tags: [C#, c, meetings]\n"),
	}
	out := fstest.MapFS{}
	for name, text := range files {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}
