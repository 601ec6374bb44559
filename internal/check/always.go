package check

import "github.com/microleadership/playbook/internal/diag"

// always describes the codes that no setting changes: a promise that is about to be broken
// is no matter of taste, and what a command says of what it was asked to do comes from who
// has asked.
func always() []rule {
	return []rule{
		known("leak", diag.Error, "what is published must not lead to somebody whom a story promises not to name", "take the name out where the message shows it; docs/privacy.md says who is protected"),
		known("min-coverage", diag.Error, "--min-coverage asks for more than there is", "write about what the message names, or ask for less"),
		known("kept-authors", diag.Warning, "the file of a story whose teller is not named says who it is to all who can read the repository", "take authors out of the file before it is committed"),
		known("cannot-accept", diag.Error, "review accept changes single lines, and this one cannot be changed alone", "write the line by hand"),
		known("not-a-story", diag.Error, "import takes over stories only", "see docs/importing.md for the forms that it reads"),
		known("import-missing", diag.Warning, "import makes up no answers", "ask whoever told the story, or fill it in as its reviewer"),
		known("import-unused", diag.Warning, "what has no place in a story is kept in the file as a comment, and not published", "move it to where it belongs, or remove it"),
		known("import-changed", diag.Warning, "what was answered could not be taken over to the letter", "compare it with the answer"),
		known("import-private", diag.Note, "who answered, and when, would stay in the repository for good", "nothing, if the teller is not to be named"),
	}
}
