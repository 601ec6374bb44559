// Single lines about the preview: the page is gone, the server has stopped, another
// page has changed. They never take the focus.
import { button, make } from './dom.js'
import { dock, say } from './frame.js'
import { hrefOf } from './page.js'

const lines = make('section', { class: 'lines', 'aria-label': 'Preview' })
dock.append(lines)

// actions: what each does, by its name; a text is an address to go to.
export function line(name) {
  const element = make('p', { class: 'sheet line ' + name, hidden: '' })
  lines.append(element)
  return {
    show(text, actions = {}) {
      const ways = Object.entries(actions).map(([label, way]) => (typeof way === 'string' ? make('a', { href: way }, label) : button(label, way)))
      element.replaceChildren(text, ...ways.flatMap((way) => [' ', way]))
      element.hidden = false
      say(text)
    },
    hide() {
      element.hidden = true
    },
  }
}

const other = line('other')

export function announce(changed, follow) {
  if (!changed.length) return other.hide()
  const [{ address, title }, ...more] = changed
  if (follow) return location.assign(hrefOf(address))
  const rest = more.length ? ` and ${more.length} more` : ''
  other.show(`Changed: ${title}${rest}`, { 'Go there': hrefOf(address), Close: other.hide })
}
