// Search over the page one is on: a combobox with a list of links' targets, after
// the pattern of the ARIA Authoring Practices. Focus stays in the field; the
// arrows move through the hits, or through recent searches while it is empty.
import { asker, queryIn } from './asker.js'
import { address, button, make } from './dom.js'
import { engine } from './engine.js'
import { hrefOf, showHit } from './hit.js'
import { keep, recent, remember } from './recent.js'

const step = 5 // a first answer fits the window, and its texts are few files
let open

export function openDialog() {
  open ??= build()
  open()
}

function build() {
  const input = make('input', {
    role: 'combobox', 'aria-label': 'Search the playbook', 'aria-controls': 'search-options',
    'aria-autocomplete': 'list', autocomplete: 'off', spellcheck: 'false', enterkeyhint: 'search', maxlength: 1000, placeholder: 'What is on your mind?',
  })
  const list = make('ul', { id: 'search-options', class: 'hits', role: 'listbox' })
  const all = make('a')
  const clear = button('button', 'Forget these searches', () => {
    keep([])
    input.focus()
    show()
  })
  const start = make('div', { class: 'search-start' }, clear, document.querySelector('.site-nav ul')?.cloneNode(true) ?? '')
  const element = make('dialog', { class: 'search', 'aria-label': 'Search' },
    make('div', { class: 'search-top' },
      make('div', { class: 'search-field' }, document.querySelector('[data-search-open] .icon')?.cloneNode(true) ?? '', input),
      button('search-close cross', '', () => element.close(), 'Close the search')),
    make('p', { class: 'search-status', 'aria-hidden': 'true' }), make('p', { class: 'hidden', role: 'status' }), make('div', { class: 'search-help' }), list, start,
    make('p', { class: 'search-keys' }, make('span', {}, '↑ ↓ choose · Enter opens · Esc closes'), all))
  const ask = asker(element, show)

  let shown // the answer whose hits are the options; none: they are recent searches
  let chosen
  let limit
  let pending

  function choose(n) {
    chosen = n
    ;[...list.children].forEach((option, i) => (option.ariaSelected = i === n))
    const option = list.children[n]
    if (!option) return input.removeAttribute('aria-activedescendant')
    input.setAttribute('aria-activedescendant', option.id)
    option.scrollIntoView({ block: 'nearest' })
  }

  function show(answer, found) {
    const grows = answer && answer.query === shown?.query && answer.hits.length >= list.children.length
    const from = answer?.hits ?? (queryIn(input) ? [] : recent())
    shown = answer
    if (!grows) list.replaceChildren()
    for (let i = list.children.length; i < from.length; i++) {
      const option = { id: 'search-option-' + i, role: 'option', 'aria-selected': 'false', 'aria-posinset': i + 1, 'aria-setsize': answer?.total ?? from.length }
      list.append(answer ? showHit(from[i], found, option) : make('li', { class: 'hit hit-recent', ...option }, from[i]))
    }
    list.hidden = !from.length
    list.ariaLabel = answer ? 'Results' : 'Recent searches'
    input.ariaExpanded = !list.hidden
    start.hidden = answer?.total ?? queryIn(input)
    clear.hidden = list.hidden
    all.href = address('search.html') + (answer ? '?' + new URLSearchParams({ q: answer.query }) : '')
    all.textContent = answer?.total > 1 ? `All ${answer.total} results` : 'Search page'
    if (!grows) {
      choose(answer?.total ? 0 : -1)
      list.scrollTop = 0
    }
  }

  function update(typed) {
    limit = step
    pending = ask(limit, typed)
  }

  // Brings more when there is more and nothing newer is on its way.
  function grow() {
    if (!shown || shown.hits.length < limit || limit >= shown.total || queryIn(input) !== shown.query) return
    limit += step
    return (pending = ask(limit))
  }

  // Readers who come to the end want more; a list that is too short to scroll has no other end.
  function reach() {
    if (list.scrollTop + list.clientHeight > list.scrollHeight - 60) grow()
  }

  async function move(by) {
    if (by > 0 && chosen === list.children.length - 1) await grow()
    const n = list.children.length
    choose(n ? (Math.max(chosen + by, -1) + n) % n : -1)
  }

  function go(n, apart) {
    const hit = shown?.hits[n]
    if (hit) {
      remember(shown.query)
      if (apart) return window.open(hrefOf(hit))
      element.close()
      location.href = hrefOf(hit)
    } else if (!shown && recent()[n]) {
      input.value = recent()[n]
      update()
    }
  }

  const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    async Enter(event) {
      const query = input.value
      await pending // what is chosen now may belong to an older query
      if (query === input.value) go(chosen, event.ctrlKey || event.metaKey)
    },
  }

  input.addEventListener('input', () => update(true))
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || !(event.key in keys)) return
    event.preventDefault()
    keys[event.key](event)
  })
  const press = (event) => {
    const n = [...list.children].indexOf(event.target.closest('.hit'))
    if (event.button < 2) go(n, event.ctrlKey || event.metaKey || event.button)
  }
  list.addEventListener('click', press)
  list.addEventListener('auxclick', press)
  // A press on the list must not take focus from the field.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('scroll', () => list.scrollTop && reach()) // and not when a new answer scrolls it back
  list.addEventListener('wheel', reach)
  element.addEventListener('click', (event) => event.target === element && element.close())
  document.body.append(element)
  engine().catch(() => {}) // on its way while the first letters are typed; the first question says what is wrong
  return () => {
    if (!element.open) {
      element.showModal()
      update()
    }
    input.select()
  }
}
