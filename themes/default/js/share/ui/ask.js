// Asks before something is lost. Resolves to the answer, or to undefined for Escape.
import { button } from '../../search-ui/dom.js'

export function ask(dialog, title, text, options) {
  return new Promise((answer) => {
    const [heading, words, actions] = ['h2', 'p', '.actions'].map((part) => dialog.querySelector(part))
    heading.textContent = title
    words.textContent = text
    actions.replaceChildren(...Object.entries(options).map(([value, label]) => button('button', label, () => {
      dialog.close()
      answer(value)
    })))
    dialog.oncancel = () => answer() // and not close, which comes late: the next question may be open by then
    dialog.showModal()
  })
}
