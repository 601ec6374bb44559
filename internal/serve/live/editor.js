// Where something is, as a link that opens the editor there. The editor is a program of
// the author's with a scheme of its own; what a browser would open or run itself is
// never linked, whatever the server says.
import { make } from './dom.js'

const browsers = /^(https?|javascript|data|blob|file|filesystem|view-source|vbscript|about|ftp|wss?):$/

export function place({ file, line, column, editor }) {
  const text = [file, line, column].filter(Boolean).join(':')
  return opens(editor) ? make('a', { class: 'place', href: editor, title: 'Open in the editor' }, text) : make('span', { class: 'place' }, text)
}

function opens(address) {
  return URL.canParse(address) && !browsers.test(new URL(address).protocol)
}
