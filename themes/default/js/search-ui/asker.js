// Asks the engine and says what came of it. Parts of the index may be on their way
// when the next letter is typed: only the newest question is answered, and the last
// results stay until then. That it takes long is said when it does, not before.
import { button, parts } from './dom.js'
import { engine } from './engine.js'
import { explain, paragraph } from './explain.js'

const patience = 300 // ms until the reader is told to wait
const pause = 500 // ms without typing until a screen reader is told what was found: earlier, it would be interrupted at every letter
const longest = 1000 // characters of a query; hosts refuse addresses that are much longer

// What the field asks for.
export function queryIn(input) {
  return input.value.trim().slice(0, longest)
}

// place has the field and everything that is said about it. show gets an answer and the
// engine, or nothing when nothing is asked for, and brings it on the page at once.
export function asker(place, show) {
  const [input, seen, heard, note, list] = parts(place, 'input', '.search-status', '[role=status]', '.search-help', '.hits')
  let newest = 0
  let slow
  let hearing

  function say(text, more = '') {
    seen.textContent = text
    clearTimeout(hearing)
    hearing = setTimeout(() => (heard.textContent = text + ' ' + more), pause)
  }

  // params are the chosen values of facets, as in an address.
  return async function ask(limit, params) {
    const mine = ++newest
    const query = queryIn(input)
    slow ||= setTimeout(() => {
      list.classList.add('stale')
      say('Searching …')
    }, patience)
    let text = ''
    let about = []
    let answer
    let found
    try {
      if (query || params?.size) {
        found = await engine()
        const filters = filtersIn(params, found.facets)
        const filtered = Object.keys(filters).length
        if (query || filtered) {
          answer = await found.search(query, { filters, limit })
          text = answer.total === 1 ? '1 result' : `${answer.total} results`
          about = explain(answer, query, filtered, found)
          if (input.value.trim().length > longest) about.push(paragraph(`Only the first ${longest} characters were searched for.`))
        }
      }
    } catch (error) {
      // A later try may succeed: what was missing is asked for again.
      answer = undefined
      about = [paragraph(error.code ? error.message : 'The search does not work here.'), button('button', 'Try again', () => {
        input.focus()
        ask(limit, params)
      })]
    }
    if (mine !== newest) return
    clearTimeout(slow)
    slow = 0
    list.classList.remove('stale')
    note.replaceChildren(...about)
    say(text, note.textContent)
    show(answer, found)
  }
}

// Values that the playbook does not have are left out, as lists do with theirs.
function filtersIn(params, facets) {
  return Object.fromEntries(facets
    .map(({ name, values }) => [name, values.map(({ value }) => value).filter((value) => params?.has(name, value))])
    .filter(([, chosen]) => chosen.length))
}
