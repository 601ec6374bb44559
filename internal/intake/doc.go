// Package intake reads what others hand in and makes stories of it: files for
// content/stories/ that wait for a review.
//
// Four forms are read, and told apart by what is in them:
//
//	markdown  front matter and text: of the form of share.html, and of other tools
//	issue     the text of an issue that a form or template of a forge made, as a file
//	          or as the JSON that gh and glab print
//	csv       the export of a web form, one story a row
//
// Whoever hands in owes us nothing, so all is taken with care and little is demanded.
// Three things hold for each story:
//
//   - Nothing is lost. What has no place in the model stands in the file as a comment, which
//     is never published, and in the report. The one exception are the columns that say who
//     answered (an address, a name, a time): a repository keeps what it was given for ever,
//     so they are left out, and the report says that they were.
//   - Nothing is made up. What was not answered is not in the file; check asks for it.
//     Only the promise to the teller is, when missing, the strongest one: anonymous.
//   - Nothing gets out. Text cannot end the section that it stands in, front matter in a
//     text is text, and a name of a file tells nobody's name and no day.
//
// Codes: not-a-story, encoding, syntax, import-unused, import-private, import-changed,
// import-missing, and those of decode.
package intake
