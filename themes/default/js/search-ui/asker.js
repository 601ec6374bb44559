// Asks the engine and says what came of it. Parts of the index may be on their way
// when the next letter is typed: only the newest question is answered, the older one
// stops, and the last results stay until then. That it takes long is said when it does.
import { button, parts } from './dom.js'
import { engine } from './engine.js'
import { explain } from './explain.js'

const patience = 300 // ms until the reader is told to wait
const rest = 150 // ms without typing until parts of the index are loaded: earlier, most would be for words that are not meant
const pause = 500 // ms without typing until a screen reader is told what was found: earlier, it would be interrupted at every letter

// What the field asks for.
export function queryIn(input) {
  return input.value.trim()
}

// place has the field and everything that is said about it. show gets an answer and the
// engine, or nothing when nothing is asked for, and brings it on the page at once.
export function asker(place, show) {
  const [input, seen, heard, note, list] = parts(place, 'input', '.search-status', '[role=status]', '.search-help', '.hits')
  let newest
  let slow
  let hearing
  let last

  // The preview of an author has made the index anew.
  document.addEventListener('playbook:patched', () => last && ask(...last))

  function say(text, more = '') {
    seen.textContent = text
    clearTimeout(hearing)
    hearing = setTimeout(() => (heard.textContent = text + ' ' + more), pause)
  }

  // Resolves after the last letter, be it that nothing followed it or that Enter did.
  function rested(signal) {
    return new Promise((resolve) => {
      setTimeout(resolve, rest)
      input.addEventListener('keydown', ({ key }) => key === 'Enter' && resolve(), { signal })
    })
  }

  // typed: more letters may follow. params are the chosen values of facets, as in an address.
  async function ask(limit, typed, params) {
    last = [limit, false, params]
    newest?.abort()
    newest = new AbortController()
    const { signal } = newest
    const query = queryIn(input)
    clearTimeout(slow)
    slow = setTimeout(() => {
      list.classList.add('stale')
      say('Searching …')
    }, patience)
    let text = ''
    let about = []
    let answer
    let found
    try {
      if (query || params?.size) {
        const ready = typed && rested(signal)
        const before = async () => {
          await ready
          signal.throwIfAborted()
        }
        found = await engine()
        const filters = filtersIn(params, found.facets)
        const filtered = Object.values(filters).some((values) => values.length)
        if (query || filtered) {
          answer = await found.search(query, { filters, limit, before })
          text = answer.total === 1 ? '1 result' : `${answer.total} results`
          about = explain(answer, query, filtered)
        }
      }
    } catch (error) {
      // A later try may succeed: what was missing is asked for again.
      about = [error.code ? error.message : 'The search does not work here.', button('button', 'Try again', () => {
        input.focus()
        ask(limit, false, params)
      })]
    }
    if (signal.aborted) return
    clearTimeout(slow)
    list.classList.remove('stale')
    note.replaceChildren(...about)
    say(text, note.textContent)
    show(answer, found)
  }
  return ask
}

// Values that the playbook does not have are left out, as lists do with theirs.
function filtersIn(params, facets) {
  return Object.fromEntries(facets.map(({ name, values }) => [name, values.map(({ value }) => value).filter((value) => params?.has(name, value))]))
}
