// Search over the page one is on: a combobox with a list of links' targets, after
// the pattern of the ARIA Authoring Practices. Focus stays in the field; the
// arrows move through the hits.
import { address, copyIcon, make } from './dom.js'
import { engine } from './engine.js'
import { classOf, hrefOf, showHit } from './hit.js'
import { counted, help, status } from './status.js'

const limit = 8
let dialog

export function openDialog() {
  dialog ??= build()
  if (!dialog.element.open) dialog.element.showModal()
  dialog.input.select()
}

function build() {
  const input = make('input', {
    type: 'search', role: 'combobox', 'aria-label': 'Search the playbook', 'aria-expanded': 'false',
    'aria-controls': 'search-hits', 'aria-autocomplete': 'list', autocomplete: 'off', autocapitalize: 'none',
    spellcheck: 'false', enterkeyhint: 'search', placeholder: 'What is on your mind?',
  })
  const list = make('ul', { id: 'search-hits', class: 'hits', role: 'listbox', 'aria-label': 'Results', hidden: '' })
  const close = make('button', { type: 'button', class: 'search-close', 'aria-label': 'Close the search' }, closeIcon())
  const state = status()
  const nothing = help()
  nothing.hidden = true
  const all = make('a', { href: address('search.html') }, 'All results')
  const foot = make('p', { class: 'search-keys' }, make('span', {}, '↑ ↓ to choose'), make('span', {}, 'Enter to open'), make('span', {}, 'Esc to close'), all)
  const element = make('dialog', { class: 'search', 'aria-label': 'Search' },
    make('div', { class: 'search-top' }, make('div', { class: 'search-field' }, copyIcon('[data-search-open] .icon'), input), close),
    ...state.elements, list, nothing, foot)

  let hits = []
  let chosen = -1

  function choose(n) {
    chosen = n
    for (const [i, option] of [...list.children].entries()) option.ariaSelected = String(i === n)
    const option = list.children[n]
    if (option) {
      input.setAttribute('aria-activedescendant', option.id)
      option.scrollIntoView({ block: 'nearest' })
    } else input.removeAttribute('aria-activedescendant')
  }

  function show({ hits: found, total }, query) {
    hits = found
    list.replaceChildren(...hits.map((hit, i) =>
      make('li', { id: 'search-hit-' + i, class: classOf(hit), role: 'option', 'aria-selected': 'false' },
        ...showHit(hit, make('span', { class: 'hit-title' })))))
    list.hidden = !hits.length
    input.ariaExpanded = String(hits.length > 0)
    nothing.hidden = !query || total > 0
    all.href = address('search.html') + (query ? '?q=' + encodeURIComponent(query) : '')
    state.say(counted(total, query))
    choose(hits.length ? 0 : -1)
    list.scrollTop = 0
  }

  async function update() {
    try {
      const find = await engine()
      const query = input.value.trim() // what is there now, not when the loading began
      show(query ? find(query, limit) : { hits: [], total: 0 }, query)
    } catch {
      state.say('The search could not be loaded.')
    }
  }

  function go(n, event) {
    if (!hits[n]) return
    if (event.ctrlKey || event.metaKey) window.open(hrefOf(hits[n]))
    else {
      element.close()
      location.href = hrefOf(hits[n])
    }
  }

  input.addEventListener('input', update)
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && hits.length) {
      event.preventDefault()
      choose((chosen + step + hits.length) % hits.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      go(chosen, event)
    } else if (event.key === 'Escape') {
      // The field would use up the first one to clear itself.
      event.preventDefault()
      element.close()
    }
  })
  list.addEventListener('click', (event) => go([...list.children].indexOf(event.target.closest('.hit')), event))
  // A press on the list must not take focus from the field.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  close.addEventListener('click', () => element.close())
  element.addEventListener('click', (event) => event.target === element && element.close())
  document.body.append(element)
  state.say('')
  engine().then(update, update)
  return { element, input }
}

function closeIcon() {
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  icon.setAttribute('class', 'icon')
  icon.setAttribute('viewBox', '0 0 24 24')
  path.setAttribute('d', 'm6 6 12 12M18 6 6 18')
  icon.append(path)
  return icon
}
